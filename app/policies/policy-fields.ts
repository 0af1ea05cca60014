import type { PlainDate } from "~/calendar/plain-date";
import type { DisclosureAttribute, SecrecyResult } from "~/disclosure/attribute";
import type { DocumentKind } from "./document-number";

/** What the officer enters of a document. Half of it may be saved; submitting asks for the rest. */
export interface PolicyFields {
  title: string;
  titleEn: string | null;
  summary: string;
  summaryEn: string | null;
  documentKind: DocumentKind;
  issuingAuthority: string;
  jointIssuers: string | null;
  topic: string | null;
  keywords: string | null;
  documentNumber: string | null;
  indexNumber: string | null;
  signedOn: PlainDate | null;
  effectiveFrom: PlainDate | null;
  validUntil: PlainDate | null;
  consultationSlug: string | null;
  proposedAttribute: DisclosureAttribute;
  attributeGround: string | null;
  attributeReason: string | null;
  secrecyReview: SecrecyResult | null;
  secrecyReviewer: string | null;
  secrecyReviewedOn: PlainDate | null;
}

/** The interpretation plan: 提纲、形式、渠道、时间、责任人; forms and their days stand in rows of their own. */
export interface PlanFields {
  isInterpreted: boolean;
  notInterpretedReason: string | null;
  planOutline: string | null;
  planChannels: string | null;
  planOwner: string | null;
}
