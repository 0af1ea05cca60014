import type { MediaReason } from "~/media/reasons";
import type { ReasonText } from "../reason-text";

export const mediaReasons: Record<MediaReason, ReasonText> = {
  media_missing: "Choose a file.",
  media_gone: "This file did not arrive whole, or is no longer there. Choose it again.",
  media_type:
    "This kind of file is not accepted. Use MP4 or WebM for video, MP3, M4A, OGG or WAV for audio, JPG, PNG, GIF or WebP for pictures. What counts is the content, not the name.",
  media_ending: "The content does not fit the ending “{ending}” of the file's name. Use the original file.",
  media_broken: "The file is damaged or not whole. Check it and choose it again.",
  media_too_large: "The file is too large. Files of this kind may have {maximum} MB.",
  words_unchanged: "Neither captions nor text have changed.",
  words_wait: "The correction before this one has not been signed yet.",
  words_under_review: "The file is being reviewed with its material and cannot be changed now.",
  words_note_missing: "The file is public: say what is corrected.",
  no_words_waiting: "No correction waits for a signature.",
  correction_same_person: "You, your deputy or your principal wrote the correction: somebody else signs it.",
  media_in_use: "A page shows this file, so it cannot be removed. Take it off the page first.",
  picture_too_many_dots: "The picture is too large ({width} × {height}). Make it smaller.",
  media_title_missing: "Enter a title.",
  media_text_too_long: "The text is too long.",
  poster_missing: "Add a poster for the video.",
  still_missing: "Add a still for the animated picture, for people whom movement disturbs.",
  still_type: "The poster or still must be a picture that does not move, of at most {maximum} MB.",
  captions_missing: "Add captions (.vtt) for people who do not hear.",
  captions_not_text: "Captions must be text in UTF-8 of at most 1 MB.",
  captions_not_vtt: "The first line of the captions must be “WEBVTT”.",
  captions_time: "The time in line {line} of the captions cannot be read, or is earlier than the one before.",
  captions_without_words: "There are no words in the captions.",
  transcript_missing: "Enter a transcript for people who do not see or hear.",
  text_alternative_missing: "Say in words what the picture shows, for people who do not see it.",
  upload_size: "The size of the file is not right, or more than {maximum} MB.",
};
