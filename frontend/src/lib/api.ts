/** The one way to the server: typed calls, one error, cached answers through ETags (the browser's own cache does that). */
import { queryString, type Query } from "../router";
import { strings } from "./strings";
import type * as t from "./types";

/** What the API says when it cannot do as asked. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly status: number,
    readonly where = "",
  ) {
    super(message);
    this.name = "ApiError";
  }
}

const BASE = "/api/v1";
type Options = { signal?: AbortSignal | undefined };

async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(BASE + path, { credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(strings.errors.offline, "offline", 0);
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as Answer;
  const error = (body as { error?: { code: string; message: string; where?: string } } | null)?.error;
  if (response.status === 401 && window.location.pathname !== "/login") {
    window.dispatchEvent(new CustomEvent("sayso:login"));
  }
  if (!error) throw new ApiError(strings.errors.unexpected, "unexpected", response.status);
  throw new ApiError(error.message, error.code, response.status, error.where ?? "");
}

/** Reads. */
export function get<Answer>(path: string, query: Query = {}, { signal }: Options = {}): Promise<Answer> {
  return ask<Answer>(path + queryString(query), signal ? { signal } : {});
}

/** Changes: with the token of the cookie, so that no other site can ask for it. */
export function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const form = body instanceof FormData;
  const headers: Record<string, string> = { "X-Sayso-CSRF": cookie("sayso_csrf") };
  if (!form) headers["Content-Type"] = "application/json";
  return ask<Answer>(path, { method: "POST", headers, body: form ? body : JSON.stringify(body) });
}

function cookie(name: string): string {
  const found = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}

/** The address of an answer, for downloads. */
export const address = (path: string, query: Query = {}): string => BASE + path + queryString(query);

const id = encodeURIComponent;

export const api = {
  about: () => get<t.About>("/about"),
  me: (name: string) => post<unknown>("/me", { name }),
  login: (token: string) => post<unknown>("/login", { token }),

  claims: (query: Query, options?: Options) => get<t.Page<t.ClaimRecord>>("/claims", query, options),
  facets: (query: Query, options?: Options) => get<t.FacetsAnswer>("/claims/facets", query, options),
  claim: (claim: string, options?: Options) => get<t.ClaimAnswer>(`/claims/${id(claim)}`, {}, options),

  documents: (query: Query, options?: Options) => get<t.Page<t.DocumentRecord>>("/documents", query, options),
  document: (document: string, options?: Options) => get<t.DocumentRecord>(`/documents/${id(document)}`, {}, options),
  reading: (document: string, options?: Options) =>
    get<t.ReadingAnswer>(`/documents/${id(document)}/reading`, {}, options),

  incidents: (query: Query, options?: Options) => get<t.Page<t.IncidentItem>>("/incidents", query, options),
  incident: (incident: string, query: Query = {}, options?: Options) =>
    get<t.IncidentAnswer>(`/incidents/${id(incident)}`, query, options),
  disputes: (query: Query, options?: Options) => get<t.Page<t.DisputeItem>>("/disputes", query, options),

  actors: (query: Query, options?: Options) => get<t.Page<t.ActorRecord>>("/actors", query, options),
  actor: (actor: string, options?: Options) => get<t.ActorAnswer>(`/actors/${id(actor)}`, {}, options),
  network: (query: Query, options?: Options) => get<t.NetworkAnswer>("/network", query, options),
  map: (query: Query, options?: Options) => get<t.MapAnswer>("/map", query, options),
  timeline: (query: Query, options?: Options) => get<t.TimelineAnswer>("/timeline", query, options),

  search: (query: Query, options?: Options) => get<t.Page<t.SearchHit>>("/search", query, options),
  problems: (query: Query, options?: Options) => get<t.Page<t.ProblemRecord>>("/problems", query, options),
  runs: (query: Query, options?: Options) => get<t.Page<t.RunRecord>>("/runs", query, options),

  review: (query: Query, options?: Options) => get<t.Page<t.ReviewItem>>("/review", query, options),
  label: (labels: t.NewLabel[]) => post<t.LabelRecord[]>("/labels", labels),
  judge: (judgement: t.NewJudgement) => post<t.JudgementRecord>("/judgements", judgement),
  undo: (what: string) => post<{ id: string }>("/undo", { id: what }),
  judgements: (incident: string) =>
    get<t.Page<t.JudgementRecord>>(`/incidents/${id(incident)}/judgements`, { limit: 1000 }),
  authors: () => get<t.Page<t.LabelAuthor>>("/authors", { limit: 200 }),
  agreement: (a: string, b: string, options?: Options) => get<t.Agreement>("/agreement", { a, b }, options),

  add: (body: FormData | { text: string; title?: string; published?: string; publisher?: string } | { url: string }) =>
    post<{ job: string }>("/add", body),
  jobEvents: (job: string) => new EventSource(address(`/jobs/${id(job)}/events`)),
};
