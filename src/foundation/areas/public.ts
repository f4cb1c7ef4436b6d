export { FOUND_AREAS, FOUND_TOWNS } from "./finding/found-area.queries.server.ts";
export { kindLabel } from "./messages.ts";
export { readPlaces } from "./names/rules.ts";
export type { PlaceIndex, PlaceReading } from "./names/schema.ts";
export { placeIndex } from "./names/usecases.server.ts";
export { areaIdOfCode, fullNameOf, normaliseWords } from "./rules.ts";
export { AREA_KINDS, type Area, type AreaKind, NATION } from "./schema.ts";
export { type AreaShape, shapesOf } from "./shapes/area-shape.queries.server.ts";
export { loadReferenceAreas } from "./shipping/usecases.server.ts";
export { inArea, ofDays, ofToday } from "./target.usecases.server.ts";
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
