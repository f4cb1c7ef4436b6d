import { createContext } from "react-router";

/** The names of the modules of this house, for pages that lead to another module only where it is there. */
export const moduleNamesContext = createContext<readonly string[]>([]);
