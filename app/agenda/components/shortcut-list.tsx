import { deskAgenda } from "~/i18n/zh-CN/desk-agenda";
import { DataTable } from "~/ui/data-table";
import { Section } from "~/ui/section";

const { shortcuts } = deskAgenda;

/** Every key and what it does. */
export function ShortcutList() {
  return (
    <div id="shortcuts" data-close={shortcuts.close}>
      <DataTable
        caption={shortcuts.caption}
        rows={Object.entries(shortcuts.does)}
        rowKey={([key]) => key}
        columns={[
          {
            key: "key",
            header: shortcuts.columns.key,
            kind: "tight",
            isRowHeader: true,
            cell: ([key]) => <kbd>{key}</kbd>,
          },
          { key: "does", header: shortcuts.columns.does, cell: ([, does]) => does },
        ]}
      />
    </div>
  );
}

/** A script shows the switch, because only a script listens for keys. */
export function ShortcutSwitch() {
  return (
    <Section title={shortcuts.switchTitle} id="switch">
      <div hidden data-shortcuts-switch="">
        <div className="choice">
          <input type="checkbox" id="use-shortcuts" aria-describedby="use-shortcuts-hint" defaultChecked />
          <label htmlFor="use-shortcuts">{shortcuts.switchLabel}</label>
          <div className="hint" id="use-shortcuts-hint">
            {shortcuts.switchHint}
          </div>
        </div>
      </div>
      <noscript>
        <p>{shortcuts.noScript}</p>
      </noscript>
    </Section>
  );
}
