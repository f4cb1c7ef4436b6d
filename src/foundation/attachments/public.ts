export { chosenFile, chosenFiles } from "./attachment.schema.ts";
export { keepFile, keepFiles, readAttachment } from "./attachment.usecases.server.ts";
