import type { ReasonText } from "../reason-text";

/** Refusals of receipts and attachments. */
export const receiptReasons = {
  receipt_not_matched: "查询码和联系方式的后四位对不上。请核对后再试；没有留联系方式的，后四位不用填。",
  erase_not_confirmed: "请先勾选“我知道删除以后不能恢复”。",
  upload_gone: "先前上传的附件已经过期，请重新选择文件。",
};

export type ReceiptReasonStrings = Record<keyof typeof receiptReasons, ReasonText>;
