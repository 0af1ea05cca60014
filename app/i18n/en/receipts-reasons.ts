import type { ReceiptReasonStrings } from "../zh-CN/receipts-reasons";

export const receiptReasons: ReceiptReasonStrings = {
  receipt_not_matched:
    "The receipt code and the last four characters of the contact do not match. Check both and try again; if you left no contact, leave the second field empty.",
  erase_not_confirmed: "First tick “I understand that this cannot be undone”.",
  upload_gone: "The files you sent before have expired. Please choose them again.",
};
