import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { entitiesQuery } from "@/api/catalogue";

/** The entity of the address; undefined while loading or when there is none of that code. */
export function useEntity() {
  const { entity: code = "" } = useParams();
  const entities = useQuery(entitiesQuery);
  return { ...entities, code, entity: entities.data?.find((found) => found.code === code) };
}
