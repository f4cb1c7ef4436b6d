export { FOUND_AREAS, FOUND_TOWNS } from "./finding/found-area.queries.server.ts";
export { kindLabel } from "./messages.ts";
export {
  areaIdOfCode,
  fullNameOf,
  normaliseWords,
} from "./rules.ts";
export { AREA_KINDS, type Area, type AreaKind, NATION } from "./schema.ts";
export { loadReferenceAreas } from "./shipping/usecases.server.ts";
export { inArea, ofToday } from "./target.usecases.server.ts";
export { loadTowns } from "./towns/town.commands.server.ts";
export {
  ancestorsOf,
  areasContaining,
  areasInside,
  areasOverlapping,
  areasRelated,
  areasWithin,
  findArea,
  findAreaBySlug,
  getArea,
  getAreas,
  lookUpArea,
  lookUpAreas,
  municipalitiesOf,
  reachOf,
  readAreas,
  searchAreas,
} from "./usecases.server.ts";
