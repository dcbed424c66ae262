/**
 * Generated from the contract in `openapi/`; do not edit.
 * Made by `npm run generate`; `npm run check` is red when it is stale.
 */

/** Which read settles a lost create, by method and path. `from` and `match` hold JSON pointers into its body. */
export const reconciliations = {
  "POST /v1/Customers": {
    "path": "/v1/Customers",
    "query": {
      "searchField": "InternalIdentifier"
    },
    "from": {
      "searchValue": "/internalIdentifier",
      "resellerId": "/resellerId"
    },
    "match": {
      "internalIdentifier": "/internalIdentifier"
    },
    "id": "id"
  },
  "POST /v1/Resellers": {
    "path": "/v1/Resellers",
    "query": {
      "searchField": "InternalIdentifier"
    },
    "from": {
      "searchValue": "/internalIdentifier"
    },
    "match": {
      "internalIdentifier": "/internalIdentifier"
    },
    "id": "id"
  }
} as const
