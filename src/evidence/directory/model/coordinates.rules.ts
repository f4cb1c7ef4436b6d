const inJapan = (latitude: number, longitude: number) =>
  latitude >= 20 && latitude <= 46 && longitude >= 122 && longitude <= 154;

/** What is wrong with a pair of coordinates: one alone, both changed round, or out of Japan. */
export function coordinateProblem(
  latitude: number | null,
  longitude: number | null,
): { field: "latitude" | "longitude"; says: "pair" | "swapped" | "outside" } | undefined {
  if (latitude === null && longitude === null) return undefined;
  if (latitude === null || longitude === null)
    return { field: latitude === null ? "latitude" : "longitude", says: "pair" };
  if (inJapan(latitude, longitude)) return undefined;
  return { field: "latitude", says: inJapan(longitude, latitude) ? "swapped" : "outside" };
}
