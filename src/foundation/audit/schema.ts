import { createContext } from "react-router";

/**
 * What an action is called in the log. `{person}` stands for the person it concerns, where there is one:
 * `{ done: "{person}の紹介状を見た", refused: "{person}の紹介状を見ようとした" }`.
 */
export type ActionWords = Readonly<Record<string, Readonly<{ done: string; refused: string }>>>;

/** What a module calls the types of things that its entries are about: `{ request: "依頼" }`. */
export type Kinds = Readonly<Record<string, string>>;
export const kindsContext = createContext<Kinds>({});

/** The words of all modules, put together where the modules are; the log's page knows none of them. */
export const actionWordsContext = createContext<ActionWords>({});
