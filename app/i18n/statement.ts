/** A text in titled sections, each with paragraphs, points, or both. */
export interface Statement {
  title: string;
  lead: string;
  sections: { id: string; title: string; intro?: string; points?: string[]; paragraphs?: string[] }[];
  contactTitle: string;
  contact: (contact: string) => string;
  noContact: string;
}
