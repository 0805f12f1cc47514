/** The court and its room; most rooms are named with their court, and that is not said twice. */
export const courtPlace = (court: string, place: string): string =>
  place.startsWith(court) ? place : `${court} ${place}`;
