import type { ReactNode } from "react";
import type { Statement } from "~/i18n/statement";
import { Page } from "./page";
import { Section } from "./section";

interface StatementPageProps {
  statement: Statement;
  contact?: string;
  /** What stands between the text and whom to ask. */
  children?: ReactNode;
}

/** A text of the site about itself: privacy, accessibility. */
export function StatementPage({ statement, contact, children }: StatementPageProps) {
  const { title, lead, sections, contactTitle } = statement;
  return (
    <Page title={title} lead={<p>{lead}</p>} breadcrumbs={[{ label: title }]}>
      {sections.map((section) => (
        <Section key={section.id} id={section.id} title={section.title}>
          <div className="prose">
            {section.intro && <p>{section.intro}</p>}
            {section.points && (
              <ul>
                {section.points.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
            {section.paragraphs?.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        </Section>
      ))}
      {children}
      <Section id="contact" title={contactTitle}>
        <p>{contact ? statement.contact(contact) : statement.noContact}</p>
      </Section>
    </Page>
  );
}
