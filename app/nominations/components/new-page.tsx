import type { ReasonToTell } from "~/i18n/reasons";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Page } from "~/ui/page";
import { Select } from "~/ui/select";
import type { DeskCandidate, DeskRound } from "../desk-facts";
import { nameOf } from "./round-name";
import { WrittenFields } from "./written-fields";

const { list, fresh, fields } = deskNominations;

export interface RefusedNew {
  reasons: ReasonToTell[];
  errors: Record<string, string>;
  values: Record<string, string | undefined>;
}

interface NewNominationPageProps {
  candidates: DeskCandidate[];
  round: DeskRound;
  /** The one that was asked for. */
  policy: string;
  refused: RefusedNew | null;
}

/** Where a nomination begins: which interpretation, and what the unit says of it. */
export function NewNominationPage({ candidates, round, policy, refused }: NewNominationPageProps) {
  const values = refused?.values ?? { policy };
  const errors = refused?.errors ?? {};
  return (
    <Page
      title={fresh.title}
      eyebrow={nameOf(round.key)}
      lead={<p>{fresh.lead}</p>}
      breadcrumbs={[
        { label: deskConsultations.home.title, href: "/desk" },
        { label: list.title, href: "/desk/nominations" },
        { label: fresh.title },
      ]}
    >
      {refused && <ErrorSummary reasons={refused.reasons} labels={fields} />}
      {candidates.length === 0 && !refused ? (
        <EmptyState title={list.noCandidates}>{list.noCandidatesWhy}</EmptyState>
      ) : (
        <form method="post" noValidate className="form">
          <Select
            name="policy"
            label={fields.policy}
            required
            options={candidates.map(({ slug, title }) => ({ value: slug, label: title }))}
            defaultValue={values.policy}
            error={errors.policy}
          />
          <WrittenFields values={values} errors={errors} />
          <Button kind="primary">{fresh.save}</Button>
        </form>
      )}
    </Page>
  );
}
