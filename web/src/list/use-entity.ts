import { usePrefetchQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { formsQuery } from "@/api/forms";

/** The entity of the address; undefined while loading or when there is none of that code. */
export function useEntity() {
  const { entity: code = "" } = useParams();
  const entities = useQuery(entitiesQuery);
  // Its forms are wanted a moment later; both are asked for at once.
  usePrefetchQuery(formsQuery);
  return { ...entities, code, entity: entities.data?.find((found) => found.code === code) };
}
