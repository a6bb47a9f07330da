import { usePrefetchQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { formsQuery } from "@/api/forms";
import { recordPagesQuery } from "@/api/record-pages";

/** The entity of the address; undefined while loading or when there is none of that code. */
export function useEntity() {
  const { entity: code = "" } = useParams();
  const entities = useQuery(entitiesQuery);
  // Its forms and its page are wanted a moment later; all are asked for at once.
  usePrefetchQuery(formsQuery);
  usePrefetchQuery(recordPagesQuery);
  return { ...entities, code, entity: entities.data?.find((found) => found.code === code) };
}
