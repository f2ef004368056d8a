// The record's types, generated from the API, under short names.

import type { components } from "./types";

type Schemas = components["schemas"];

export type Actor = Schemas["Actor"];
export type ActorLine = Schemas["ActorLine"];
export type ActorRef = Schemas["ActorRef"];
export type ActorType = Schemas["ActorType"];
export type AgreementView = Schemas["AgreementView"];
export type Aspect = Schemas["Aspect"];
export type CampsView = Schemas["CampsView"];
export type Commitment = Schemas["Commitment"];
export type Comparison = Schemas["Comparison"];
export type DocumentLine = Schemas["DocumentLine"];
export type EventType = Schemas["EventType"];
export type InContext = Schemas["InContext"];
export type Kind = Schemas["Kind"];
export type Matrix = Schemas["Matrix"];
export type Matter = Schemas["Matter"];
export type MatterInShort = Schemas["MatterInShort"];
export type Merge = Schemas["Merge"];
export type NetworkView = Schemas["NetworkView"];
export type OpenedDocument = Schemas["OpenedDocument"];
export type OpenedMatter = Schemas["OpenedMatter"];
export type PairView = Schemas["PairView"];
export type Placed = Schemas["Placed"];
export type Portrayed = Schemas["Portrayed"];
export type Position = Schemas["Position"];
export type Prediction = Schemas["Prediction"];
export type Profile = Schemas["Profile"];
export type RecordInfo = Schemas["RecordInfo"];
export type Relation = Schemas["Relation"];
export type Reliability = Schemas["Reliability"];
export type Review = Schemas["Review"];
export type ReviewState = Schemas["ReviewState"];
export type Stance = Schemas["Stance"];
export type Statement = Schemas["Statement"];
export type Timeline = Schemas["Timeline"];
export type TimesView = Schemas["TimesView"];
export type Upload = Schemas["Upload"];

export interface Page<T> {
  items: T[];
  next: string | null;
}
