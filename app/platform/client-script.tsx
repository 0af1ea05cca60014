import { createContext, useContext } from "react";

/** The address of the site's one script (app/entry.client.tsx as built), which only adds comfort. */
const ClientScript = createContext<string>("");

export const ClientScriptProvider = ClientScript.Provider;

export function useClientScript(): string {
  return useContext(ClientScript);
}
