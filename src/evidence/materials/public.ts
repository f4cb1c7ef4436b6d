export { FOUND_MATERIALS } from "./finding/found-material.queries.server.ts";
export { MATERIAL_LETTERS } from "./letters/material-letter.commands.server.ts";
export { monthsOfMaterials } from "./reach/reach.queries.server.ts";
export { loadDemonstrationMaterials } from "./system/demonstration.commands.server.ts";
export { deliverNews, tellOfChangedFacts } from "./system/material-round.commands.server.ts";
export { materialsToday } from "./system/material-today.queries.server.ts";
