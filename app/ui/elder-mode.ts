import { createContext, useContext } from "react";

/** Whether the reader chose elder mode: known from the request even when nothing else could be loaded. */
const ElderMode = createContext(false);

export const ElderModeProvider = ElderMode.Provider;

export function useElderMode(): boolean {
  return useContext(ElderMode);
}
