export {
  defineLetters,
  lettersAbout,
  sendLetter,
  takeBackLetters,
  undeliveredOf,
  undoableUntil,
} from "./letter.commands.server.ts";
export {
  type Letter,
  type LetterSet,
  type LetterText,
  lettersContext,
  type Placeholder,
} from "./letter.schema.ts";
export { findVersion as getLetterText } from "./letter.store.server.ts";
export { saveLetter } from "./letter-editing.usecases.server.ts";
