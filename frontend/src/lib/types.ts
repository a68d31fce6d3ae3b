/** What the API gives. */
export * from "./types/model";
export * from "./types/records";
export * from "./types/incident";
export * from "./types/reviewing";
export * from "./types/answers";
