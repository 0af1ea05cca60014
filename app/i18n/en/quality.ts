import type { QualityStrings } from "../zh-CN/quality";

export const quality: QualityStrings = {
  reinterpretation: {
    runningTitle: "This document is being interpreted anew",
    running: (ordered, due) =>
      `On ${ordered} the open-government office asked the drafting unit for a new interpretation, due by ${due}.`,
    provisional: "The due day follows the calendar as it is known now and is provisional.",
    late: (due) => `It was due by ${due} and is late.`,
    metTitle: "This document was interpreted anew",
    met: (ordered, ended) =>
      `The open-government office asked for it on ${ordered}; the second check on ${ended} found it met.`,
    notMetTitle: "The interpretation of this document still has to improve",
    notMet: (ordered, ended) =>
      `The open-government office asked for a new interpretation on ${ordered}; the second check on ${ended} found it not met.`,
  },
};
