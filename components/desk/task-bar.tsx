import { useId } from 'react'
import type { TaskProgress } from '@/lib/shared/model/task'

/** The progress of a long task, as a bar and in words. Screen readers announce each step, not each number. */
export function TaskBar({ progress }: { progress: TaskProgress | null }) {
  const id = useId()
  return (
    <div className="task-bar">
      <label htmlFor={id} aria-live="polite">
        {progress?.label ?? 'Starting'}
      </label>
      <progress id={id} max={progress?.total} value={progress?.done} />
      <p>
        {progress
          ? `${progress.done.toLocaleString('en-GB')} of ${progress.total.toLocaleString('en-GB')}`
          : 'Just a moment'}
      </p>
    </div>
  )
}
