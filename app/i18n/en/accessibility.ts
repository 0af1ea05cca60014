import type { Statement } from "../statement";
import { counted } from "../english-count";
import type { AccessibilityResultStrings } from "../zh-CN/accessibility";

export const accessibility: Statement = {
  title: "Accessibility",
  lead: "Everyone should be able to read every text and do every task, whatever their device and however they use it.",
  sections: [
    {
      id: "can",
      title: "What you can do",
      points: [
        "Read and do everything without scripts and without images.",
        "Use the keyboard alone: Tab moves on, the first link of each page skips to the content, and a clear frame shows where you are.",
        "Choose large text on any page: bigger type, clearer lines. The choice stays until you switch back.",
        "Enlarge text to 200%, or use a screen 320 pixels wide, without losing content or scrolling sideways.",
        "Tell every state and deadline by words and shape, never by colour alone. On a phone, tables turn into cards.",
        "Open the reading aids on any page for larger text still and higher contrast; where your browser can speak, it reads the page out clause by clause and marks where it is. Esc stops it.",
        "Ask your system for less motion or more contrast, and the pages follow.",
        "Print any page: what comes out is the text with its address and time, and every fold is open.",
        "Read public pages in Chinese and English; official content that exists only in Chinese is marked.",
      ],
    },
    {
      id: "standards",
      title: "Standards",
      points: [
        "GB/T 37668-2019, web content accessibility (China).",
        "General design rules for websites that suit older people (China, Ministry of Industry and Information Technology).",
        "Law on Building a Barrier-Free Environment (China).",
        "Web Content Accessibility Guidelines (WCAG) 2.2, level AA.",
      ],
    },
    {
      id: "tested",
      title: "What was tested, and how",
      intro: "No change is released unless these automatic checks pass:",
      points: [
        "axe on all public pages, in Chinese and English, at widths of 1280 and 360 pixels, and on staff pages at 1280.",
        "No public page scrolls sideways at 320 pixels, nor in large text at 360; nothing moves while a page loads.",
        "With scripts off, a browser goes all the way from commenting to the receipt and the outcome.",
        "With the keyboard alone, it goes the same way.",
        "The contrast of text and background is computed for each pair of colours: at least 4.5 to 1, in standard and large text.",
        "Every form field has a name, error texts are tied to their fields, and the list of errors leads to each of them.",
      ],
    },
    {
      id: "limits",
      title: "What falls short",
      points: [
        "Automatic checks do not replace people: no one who uses a screen reader, switches or voice control has yet been through every page.",
        "Attachments from units and scans of letters may not be readable aloud. The main text is always given as a web page.",
        "The button for choosing files comes from your browser and speaks your browser's language.",
      ],
    },
  ],
  contactTitle: "Tell us about an obstacle",
  contact: (contact) =>
    `${contact}. Say which page it was, what you were doing, and which device and aids you use. You can also ask for the content in another form.`,
  noContact:
    "Contact the unit named on the consultation and say which page it was and what you were doing. A live site gives a telephone number and mail address here; this demonstration answers none.",
};

/** The figures of the last recorded run. */
export const accessibilityResults: AccessibilityResultStrings = {
  title: "What the last check found",
  date: "Date",
  tool: "Tool and rules",
  toolRules: (tool, rules) => `${tool}, all ${counted(rules, "rule")}`,
  widths: "Widths",
  pixels: (widths) => counted(widths, "pixel"),
  and: " and ",
  pages: "Pages",
  pageCount: (count) => `Addresses: ${count}`,
  found: "Problems found",
  foundCount: (count) => `Problems: ${count}`,
  list: "Page by page",
  ruleList: "The rules",
};
