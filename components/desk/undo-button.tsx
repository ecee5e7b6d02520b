import { StaffForm, type StaffFormAction } from './form'

/** The button beside a success message that undoes the whole deed. `change` is its newest one in the activity log. */
export function UndoButton({ action, change }: { action: StaffFormAction; change: string }) {
  return (
    <div className="undo-beside">
      <StaffForm
        action={action}
        fields={[{ name: 'id', label: '', type: 'hidden', value: change }]}
        submit="Undo"
        label="Undo what was just done"
        isQuiet
      />
    </div>
  )
}
