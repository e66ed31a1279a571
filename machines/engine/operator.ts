/**
 * The customer id under which the operator (当社) keeps what belongs to no single customer: postings
 * between its own accounts, and machines that many customers share.
 */
export const operatorCustomerId = "00000000-0000-7000-8000-000000000001";
