export {
  answerCatalogue,
  answerCsv,
  answerKeyed,
  answerRows,
  answerSchema,
} from "./answer.queries.server.ts";
export { datasetPaths } from "./catalogue.present.ts";
export { pageOfRows, readPlace, writePlace } from "./dataset.rules.ts";
export {
  type Dataset,
  DatasetAsked,
  type DatasetRow,
  KeyedAsked,
  type Published,
  publishedContext,
} from "./dataset.schema.ts";
