import type { Reason } from "~/platform/refusal";
import type { FoundRequest } from "./requests";
import type { SuggestionReason } from "./suggest-unit";

export interface ShownRequest extends FoundRequest {
  /** The paragraph that answers it; null when it is left out or not yet ticked. */
  paragraph: number | null;
  reason: string | null;
  isTicked: boolean;
}

/** What helps an officer to answer one message. */
export interface MessageAids {
  requests: ShownRequest[];
  /** Of the saved draft; the choices of the checklist. */
  paragraphs: string[];
  mayTick: boolean;
  warnings: Reason[];
  templates: { id: number; name: string; body: string; isOffice: boolean; fields: string[] }[];
  mayUseTemplate: boolean;
  similar: { number: string; title: string; reply: string }[];
  suggestions: { unit: string; name: string; reasons: SuggestionReason[] }[];
}
