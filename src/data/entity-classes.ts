import type { EntityType } from "../document.js";

/** Entity types in the order of their numbers in compiled lexicons. */
export const ENTITY_TYPES: readonly EntityType[] = [
  "person",
  "place",
  "organization",
  "weapon",
  "event",
  "product",
  "work",
  "other",
];

/** The classes of each type; lexicons/README.md says what they are. */
const CLASSES_BY_TYPE: Readonly<Record<EntityType, string>> = {
  person:
    "head-of-state royal politician official diplomat military militant cleric judge activist journalist business scientist writer artist athlete coach sports-official criminal historical religious-figure fictional",
  place:
    "continent region country territory admin1 admin2 city town village district sea ocean gulf river lake strait canal island mountain desert airport port dam camp crossing base building square street mosque church palace stadium site prison oilfield",
  organization:
    "government ministry parliament party military security-force intelligence militia terrorist-group igo un-body alliance court central-bank bank company oil-company tech-company airline media news-agency club national-team sport-federation university ngo union religious-body exchange agency think-tank hospital committee",
  weapon:
    "fighter bomber aircraft helicopter drone air-defense ballistic-missile cruise-missile missile rocket artillery tank armoured-vehicle ship submarine small-arm chemical nuclear bomb",
  event:
    "war battle operation uprising coup agreement summit conference tournament league festival holiday plan attack disaster election exhibition campaign trial exercise",
  product:
    "platform app device software game vehicle aircraft ship medicine vaccine commodity satellite service",
  work: "film series programme book song play holy-book report",
  other: "disease award law resolution index constitution doctrine",
};

/** Every class as `type/class`, in the order of their numbers in compiled lexicons. */
export const ENTITY_CLASSES: readonly string[] = ENTITY_TYPES.flatMap((type) =>
  CLASSES_BY_TYPE[type].split(" ").map((name) => `${type}/${name}`),
);
