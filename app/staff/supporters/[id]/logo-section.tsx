import { StaffForm } from '@/components/desk/form'
import { MergingForm } from '@/components/desk/merging-form'
import { logoFileTypes } from '@/lib/supporters/model/logo-file'
import type { WallLogo } from '@/lib/supporters/model/supporter'
import { removeLogo, submitLogo } from './logo-actions'

type Props = {
  id: number
  version: number
  logo: (WallLogo & { permissionOn: string }) | null
  name: string
  isReadOnly: boolean
  /** It was too light for the wall, and has just been put on a dark ground. */
  isNewOnDark: boolean
}

/** A supporter's logo in the light and dark themes, with forms to upload, describe or remove it. */
export function LogoSection({ id, version, logo, name, isReadOnly, isNewOnDark }: Props) {
  const hidden = (['id', 'version'] as const).map((field) => ({
    name: field,
    label: '',
    type: 'hidden' as const,
    value: String({ id, version }[field]),
  }))
  return (
    <section aria-labelledby="logo" className="staff-narrow">
      <h2 id="logo">Logo</h2>
      {!logo && <p>There is none. The name is set in large letters instead.</p>}
      {logo && isNewOnDark && (
        <p className="staff-answer" data-outcome="done">
          This logo is white, or nearly, and has no ground of its own: on the wall it couldn’t be seen. So we’ve put it
          on a dark ground. If they have a version for light grounds, choose that file instead.
        </p>
      )}
      {logo && (
        <div className="logo-previews">
          {(['light', 'dark'] as const).map((ground) => (
            <figure key={ground} data-ground={ground}>
              <span className="supporter-plate">
                <img src={`/staff/api/logos/${logo.hash}`} alt={logo.alt} width={logo.width} height={logo.height} />
              </span>
              <figcaption>The wall, {ground}</figcaption>
            </figure>
          ))}
        </div>
      )}
      {!isReadOnly && (
        <>
          <MergingForm
            key={version}
            action={submitLogo}
            fields={[
              ...hidden,
              {
                name: 'file',
                label: logo ? 'Another file' : 'File',
                type: 'file',
                accept: logoFileTypes,
                hint: 'PNG, JPEG, WebP, AVIF or SVG, at most 5 MB. We resize it to fit 480 × 240 pixels. The wall sets logos on white, in the light and in the dark theme; a white logo gets a dark ground.',
              },
              {
                name: 'alt',
                label: 'Description for screen readers',
                value: logo?.alt ?? '',
                hint: 'Read out to people who cannot see it, such as: Logo of Unseen, a blue door.',
              },
              {
                name: 'permissionOn',
                label: 'Day on which they allowed us to show it',
                type: 'date',
                value: logo?.permissionOn ?? '',
              },
            ]}
            submit={logo ? 'Save the logo' : 'Upload the logo'}
          />
          {logo && (
            <StaffForm
              action={removeLogo}
              fields={hidden}
              submit="Remove the logo"
              label={`Remove the logo of ${name}`}
              isQuiet
            />
          )}
        </>
      )}
    </section>
  )
}
