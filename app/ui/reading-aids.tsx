import type { ReactNode } from "react";
import { useStrings } from "~/i18n/strings";

/** Opens the reading aids. Its place is kept but empty until the script is there, so that nothing moves when it comes. */
export function ReadingAidsButton() {
  const { aids } = useStrings().site;
  return (
    <li className="aids-waiting" data-aids-switch="">
      <button type="button" className="aids-switch" aria-expanded="false" aria-controls="reading-aids">
        {aids.open}
      </button>
    </li>
  );
}

/**
 * Text size, contrast and reading aloud. The choice stays on this device and never changes what the server sends, so
 * that no page has to be kept in one more form.
 */
export function ReadingAids() {
  const { aids } = useStrings().site;
  return (
    <>
      <section className="aids" id="reading-aids" aria-label={aids.title} hidden>
        <div className="wrap aids-line">
          <Group label={aids.size}>
            <Choice name="size" value="" label={aids.sizes.standard} />
            <Choice name="size" value="large" label={aids.sizes.large} />
            <Choice name="size" value="larger" label={aids.sizes.larger} />
          </Group>
          <Group label={aids.contrast}>
            <Choice name="contrast" value="" label={aids.contrasts.standard} />
            <Choice name="contrast" value="high" label={aids.contrasts.high} />
          </Group>
          <div className="aids-group" hidden data-reader="">
            <button type="button" className="button button-plain" data-reader-start="">
              {aids.read}
            </button>
          </div>
          <p className="hint">{aids.stays}</p>
        </div>
      </section>
      <Player />
    </>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="aids-group" role="group" aria-label={label}>
      <span className="aids-label">{label}</span>
      {children}
    </div>
  );
}

function Choice({ name, value, label }: { name: string; value: string; label: string }) {
  return (
    <button type="button" className="aids-choice" aria-pressed={value === ""} data-aid={name} value={value}>
      {label}
    </button>
  );
}

/** Stays at the foot of the window while a page is read out. */
function Player() {
  const { aids } = useStrings().site;
  return (
    <div className="player" role="group" aria-label={aids.player} hidden data-reader-player="">
      <p className="player-hint">{aids.keys}</p>
      <button type="button" className="player-button" data-reader-step="-1">
        {aids.back}
      </button>
      <button type="button" className="player-button player-toggle" data-reader-toggle="" data-resume={aids.resume}>
        {aids.pause}
      </button>
      <button type="button" className="player-button" data-reader-step="1">
        {aids.forward}
      </button>
      <button type="button" className="player-button" data-reader-stop="">
        {aids.stop}
      </button>
    </div>
  );
}
