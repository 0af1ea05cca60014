import type { Statement } from "../statement";

export const privacy: Statement = {
  title: "Privacy",
  lead: "When you comment, we take only what is needed to deal with your comment. This page says what we take and why, who sees it, how long it is kept, and what you can do at any time.",
  sections: [
    {
      id: "who",
      title: "Who handles it",
      paragraphs: [
        "The authority named at the foot of every page, and the unit named on the consultation on which you comment. An authority that collects comments to carry out its legal duty does not need your consent, but it must tell you beforehand (Personal Information Protection Law, articles 13, 17 and 35).",
      ],
    },
    {
      id: "what",
      title: "What we take, and why",
      points: [
        "Your comment and suggestion, the clause they concern, files you attach and the stance you choose: to study your comment and answer it.",
        "Whether you are a person, a company or an organisation: to know which sides have been heard.",
        "A name: optional, so that we can address you.",
        "A contact: optional, to tell you the outcome. Without one you still get an outcome and can read it with your receipt code.",
        "When and how the comment arrived: to know that it came within the period.",
        "Your network address: to stop abuse. Logs of the site are kept for at least six months, as the Cybersecurity Law requires.",
      ],
      paragraphs: [
        "You need not sign in to comment, and we ask for no identity number, address or location. Leave out personal details that do not matter to your comment, above all those of other people.",
        "If you are under fourteen, ask a parent or guardian to send the comment for you.",
      ],
    },
    {
      id: "messages",
      title: "Messages and questions",
      points: [
        "Title, words, files, whether you are a person, company or organisation, name and contact of a message serve only to deal with it and to answer you. Where a photograph was taken is removed from it.",
        "Who sees it: the open-government office and the staff of the units that handle it. When it goes to another unit, you see to which one and why.",
        "A unit or officer that a message is about never sees it.",
        "Tip-offs are never published. Who sent one is sealed: only those who dispatch messages at the open-government office can open it, and each opening is recorded.",
        "The public reads your words only if you agreed and after review. Otherwise only number, kind, state and times are shown; a unit may answer a common question in its own words, with nothing of yours in it.",
        "Whether an interpretation was understood is counted without knowing who answered. Questions on a policy or in a live interview ask for no name and no telephone.",
      ],
    },
    {
      id: "cookies",
      title: "What stays in your browser",
      points: [
        "The language, elder mode, text size and contrast you chose.",
        "Words you have not sent yet: on this device alone, removed once they are sent; never a name, a contact or a file.",
        "A key to the content behind a receipt code. On a shared computer, use “Leave and clear”.",
        "A session, if you sign in; it ends when you sign out.",
      ],
      paragraphs: ["There is no advertising and no outside statistics, and nothing follows you to other sites."],
    },
    {
      id: "access",
      title: "Who sees it",
      points: [
        "The officer who handles the consultation sees everything you sent.",
        "For other staff, telephone numbers, identity numbers, addresses and number plates are masked.",
        "The public sees a comment only if you agreed to it separately and it has been reviewed; names and personal details are removed.",
        "If the law gives the matter to another authority, we tell you which one.",
      ],
      paragraphs: ["All data is stored in mainland China (Personal Information Protection Law, article 36)."],
    },
    {
      id: "publication",
      title: "Publication is your choice",
      paragraphs: [
        "Whether your comment is published is a separate question (article 25). Neither answer is chosen for you, and no answer means no publication. Your comment is studied and answered either way.",
        "If you agreed, you can change your mind at any time with your receipt code. Your words then disappear from the pages, the downloads and the data interface; the table of outcomes keeps only the number, the outcome, the reason and the officer's own summary.",
      ],
    },
    {
      id: "retention",
      title: "How long it is kept",
      points: [
        "Comments are part of the record of a decision and are archived (Interim Regulations on Procedures for Major Administrative Decisions, article 33) for as long as the rules on archives say; other consultations follow the same rule.",
        "Once archived, comments are only stored and protected, and not used for anything else (Personal Information Protection Law, article 47, second paragraph).",
        "A contact serves only to tell you the outcome. You can ask us to delete it at any time.",
        "Files of a form that was never completed are removed after a while.",
      ],
      paragraphs: [
        "The public record holds no name, contact or words of yours, only numbers, codes and digests that cannot be turned back; deleting your content does not alter it. Where content was removed or masked by law, a mark with the time and the ground stands in its place.",
      ],
    },
    {
      id: "rights",
      title: "Your rights",
      points: [
        "To know and decide: learn how your data is handled, and limit or refuse it (article 44).",
        "To see and copy: read everything you sent with your receipt code and the last four characters of the contact you left (article 45).",
        "To correct and complete what is wrong (article 46).",
        "To have it deleted when its purpose is met, its time is over or you withdraw consent, unless the law requires us to keep it; we then tell you why (article 47).",
      ],
      paragraphs: [
        "This costs nothing and does not change how your comment is dealt with. If we cannot do what you ask, we tell you why.",
      ],
    },
  ],
  contactTitle: "Contact",
  contact: (contact) => `${contact}. You can also contact the unit named on the consultation.`,
  noContact:
    "Contact the unit named on the consultation. A live site gives here the telephone and mail of whoever answers for personal data; this demonstration answers none.",
};
