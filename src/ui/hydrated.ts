import { createContext } from "react";

/** Whether the browser brings the page to life by React. For visitors the server says no: see decision 0028. */
export const Hydrated = createContext(true);
