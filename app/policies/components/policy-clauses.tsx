import { useLanguage, useStrings } from "~/i18n/strings";
import { ClauseText } from "~/ui/clause-text";
import { href } from "~/ui/href";
import type { ClauseLevel } from "~/drafting/clauses";
import type { MaterialKind } from "../material";

interface MaterialLink {
  slug: string;
  kind: MaterialKind;
  title: string;
  titleEn: string | null;
}

export interface PolicyClauseFacts {
  id: string;
  level: ClauseLevel;
  number: string;
  heading: string;
  note: string | null;
  sentences: string[];
  materials: MaterialLink[];
}

/** The text clause by clause: its permanent link, the editor's note, and what explains it. */
export function PolicyClauses({ clauses }: { clauses: PolicyClauseFacts[] }) {
  return (
    <div lang="zh-CN">
      {clauses.map((clause) => (
        <ClauseText
          key={clause.id}
          id={clause.id}
          number={clause.number || undefined}
          heading={clause.heading || undefined}
          level={clause.level}
          sentences={clause.sentences}
          note={clause.note}
          tools={clause.materials.length > 0 && <Explained clause={clause} />}
        />
      ))}
    </div>
  );
}

/** 脉络: from the clause to the materials that explain it; each opens where it speaks of this clause. */
function Explained({ clause }: { clause: PolicyClauseFacts }) {
  const language = useLanguage();
  const { policies, policyTerms } = useStrings();
  return (
    <ul className="thread-counts explained" aria-label={policies.page.clauseTitle} lang={language}>
      {clause.materials.map(({ slug, kind, title, titleEn }) => (
        <li key={slug} className="tie tie-interpretation">
          <a href={href(`/interpretations/${slug}#${clause.id}`)}>
            {policies.page.explains(policyTerms.materialKinds[kind])}
            {language === "en" && titleEn ? titleEn : <span lang="zh-CN">{title}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
