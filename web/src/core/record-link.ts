/** The name by which texts that are filled in hold the link to their record, as they hold fields by theirs. No field has it. */
export const RECORD_LINK = "record.link";
