export { chosenFile, chosenFiles } from "./attachment.schema.ts";
export { keepFile, keepFiles, readAttachment } from "./attachment.usecases.server.ts";
export { scanWaiting } from "./scan.commands.server.ts";
