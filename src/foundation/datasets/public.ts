export { answerCatalogue, answerCsv, answerRows, answerSchema } from "./answer.queries.server.ts";
export { datasetPaths } from "./catalogue.present.ts";
export { pageOfRows } from "./dataset.rules.ts";
export {
  type DataService,
  type Dataset,
  DatasetAsked,
  type DatasetRow,
  type Published,
  publishedContext,
} from "./dataset.schema.ts";
