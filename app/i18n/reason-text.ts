export type ReasonParams = Record<string, string | number>;

/** A text with {places} for the parameters, or a function where the number changes the words. */
export type ReasonText = string | ((params: ReasonParams) => string);
