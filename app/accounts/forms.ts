import { z } from "zod";

/** Lengths are not checked here: whatever cannot be right is answered like what is wrong. */
export const signInForm = z.strictObject({
  username: z.string("required").trim().min(1, "required"),
  password: z.string("required").min(1, "required"),
});
