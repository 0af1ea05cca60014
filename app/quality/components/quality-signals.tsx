import { formatCount, formatDate } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskQuality } from "~/i18n/zh-CN/desk-quality";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import type { MaterialSignals, QualityPageView } from "../quality-view";

const { signals: texts } = deskQuality;
const count = (number: number) => formatCount(number, "zh-CN");

/** What the platform can tell about an interpretation by itself: release, copied sentences, readers. */
export function QualitySignals({ page }: { page: QualityPageView }) {
  const { materials } = page;
  return (
    <Section title={texts.title} id="signals" lead={texts.lead}>
      {page.hasException && <Notice title={texts.exception} />}
      {!page.isInterpreted && <Notice title={texts.notInterpreted} />}
      <MaterialTable materials={materials} />
      <LiftedSentences materials={materials} />
      <Readers page={page} />
    </Section>
  );
}

function MaterialTable({ materials }: { materials: MaterialSignals[] }) {
  const { materialKinds } = useStrings().policyTerms;
  return (
    <DataTable
      caption={texts.materials}
      rows={materials}
      rowKey={({ slug }) => slug}
      empty={<EmptyState title={texts.none} />}
      columns={[
        {
          key: "title",
          header: texts.material,
          isRowHeader: true,
          cell: ({ slug, title }) => <a href={href(`/interpretations/${slug}`)}>{title}</a>,
        },
        { key: "kind", header: texts.kind, kind: "tight", cell: ({ kind }) => materialKinds[kind] },
        {
          key: "sync",
          header: texts.sync,
          cell: ({ isWithDocument, releasedOn }) =>
            isWithDocument ? texts.together : texts.later(formatDate(releasedOn, "zh-CN")),
        },
        {
          key: "lifted",
          header: texts.lifted,
          cell: ({ lifted, compared, share }) => texts.share(count(lifted.length), count(compared), count(share)),
        },
        {
          key: "ratings",
          header: texts.ratings,
          cell: ({ ratings: { yes, partly, no } }) => texts.rating(count(yes), count(partly), count(no)),
        },
      ]}
    />
  );
}

function LiftedSentences({ materials }: { materials: MaterialSignals[] }) {
  const all = materials.flatMap(({ lifted }) => lifted);
  if (all.length === 0) return null;
  return (
    <Section title={texts.liftedTitle} level={3} lead={texts.liftedLead}>
      <ul>
        {all.map(({ text, clause }, index) => (
          <li key={index}>
            {text} <span className="hint">{texts.liftedFrom(clause)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Readers({ page: { slug, materials, questions } }: { page: QualityPageView }) {
  const reasons = materials.flatMap(({ ratingReasons }) => ratingReasons);
  const waiting = questions.filter(({ isWaiting }) => isWaiting).length;
  return (
    <Section title={texts.readerTitle} level={3}>
      {reasons.length === 0 && questions.length === 0 && <p className="hint">{texts.noReaders}</p>}
      {questions.length > 0 && (
        <p>
          <a href={href(`/desk/policies/${slug}/questions`)}>
            {texts.questions(count(waiting), count(questions.length))}
          </a>
        </p>
      )}
      {questions.length > 0 && (
        <ul>
          {questions.map(({ number, text }) => (
            <li key={number}>{text}</li>
          ))}
        </ul>
      )}
      {reasons.length > 0 && (
        <>
          <p>{texts.reasons}</p>
          <ul>
            {reasons.map((reason, index) => (
              <li key={index}>{reason}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
