/** What can be reached on a map with Tab and the arrow keys, each with its place on the screen and its words. */
import { strings } from "../strings";
import { type Counted, type Drawn, type Mark, nameOf } from "./marks";

export interface Stop {
  id: string;
  name: string;
  x: number;
  y: number;
  places: Counted[];
}

export function stopsOf({ countries, areas, clusters }: Drawn): Stop[] {
  return [
    ...countries.map(stop),
    ...areas.map(stop),
    ...clusters.map((one) => ({
      id: one.marks[0]?.counted.place.id ?? "",
      name: `${nameOf(one)}: ${strings.incident.nOfClaims(one.claims)}`,
      x: one.x,
      y: one.y,
      places: one.marks.map((mark) => mark.counted),
    })),
  ];
}

function stop({ counted, x, y }: Mark): Stop {
  const { place } = counted.place;
  const name = `${place.name} (${strings.map.precision[place.precision]}): ${strings.incident.nOfClaims(counted.claims)}`;
  return { id: counted.place.id, name, x, y, places: [counted] };
}
