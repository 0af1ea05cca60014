import { z } from "zod";

/** Lengths are not checked here: whatever cannot be right is answered like what is wrong. */
export const signInForm = z.strictObject({
  username: z.string().trim().min(1, "required"),
  password: z.string().min(1, "required"),
});
