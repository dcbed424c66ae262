/**
 * Generated from the contract in `openapi/`; do not edit.
 * Made by `npm run generate`; `npm run check` is red when it is stale.
 */
export interface paths {
    "/v1/Customers": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description An id of your choice for this request. The audit log keeps it with everything the request did, and error
                 *     answers repeat it. Send a new one per business action, and the same one when you send that action again.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                "X-Correlation-Id"?: components["parameters"]["XCorrelationId"];
                /**
                 * @description The tenant that the request is for, named by the domain under which its portal is used, such as
                 *     `portal.cloudcockpit.com`. It must be a domain that exists for that tenant.
                 * @example portal.cloudcockpit.com
                 */
                "X-Tenant": components["parameters"]["XTenant"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List customers
         * @description Returns the customers of the tenant that the caller may see, page by page, and finds single ones: search by
         *     `InternalIdentifier` to learn whether a create whose answer was lost was applied.
         *
         *     Deleted customers are included by default. The documentation describes a flag that leaves them out; its name
         *     is not public, so this contract lacks it.
         */
        get: operations["listCustomers"];
        put?: never;
        /**
         * Create a customer
         * @description Creates a customer in the tenant and answers with its id. A CSP may create customers of its own or of one of
         *     its resellers; a reseller creates its own.
         *
         *     There is no idempotency key: sending the request twice may create two customers. Give each customer an
         *     `internalIdentifier`, and when an answer is lost, search by it before you send the request again.
         */
        post: operations["createCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/Customers/{customerId}": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description An id of your choice for this request. The audit log keeps it with everything the request did, and error
                 *     answers repeat it. Send a new one per business action, and the same one when you send that action again.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                "X-Correlation-Id"?: components["parameters"]["XCorrelationId"];
                /**
                 * @description The tenant that the request is for, named by the domain under which its portal is used, such as
                 *     `portal.cloudcockpit.com`. It must be a domain that exists for that tenant.
                 * @example portal.cloudcockpit.com
                 */
                "X-Tenant": components["parameters"]["XTenant"];
            };
            path: {
                /**
                 * @description The customer's id, as the create answered it.
                 * @example 1b671a64-40d5-491e-99b0-da01ff1f3341
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /**
         * Get a customer
         * @description Returns one customer with its address, its primary contact and what it is at each provider.
         */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/Resellers": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description An id of your choice for this request. The audit log keeps it with everything the request did, and error
                 *     answers repeat it. Send a new one per business action, and the same one when you send that action again.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                "X-Correlation-Id"?: components["parameters"]["XCorrelationId"];
                /**
                 * @description The tenant that the request is for, named by the domain under which its portal is used, such as
                 *     `portal.cloudcockpit.com`. It must be a domain that exists for that tenant.
                 * @example portal.cloudcockpit.com
                 */
                "X-Tenant": components["parameters"]["XTenant"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * List resellers
         * @description Returns the resellers of the CSP, page by page, and finds single ones: search by `InternalIdentifier` to learn
         *     whether a create whose answer was lost was applied.
         */
        get: operations["listResellers"];
        put?: never;
        /**
         * Create a reseller
         * @description Creates a reseller of the CSP and answers with its id. Setting the reseller up at its providers goes on after
         *     the answer; read the reseller to see how far it has come.
         *
         *     There is no idempotency key: sending the request twice may create two resellers. Give each reseller an
         *     `internalIdentifier`, and when an answer is lost, search by it before you send the request again.
         */
        post: operations["createReseller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/Resellers/{resellerId}": {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description An id of your choice for this request. The audit log keeps it with everything the request did, and error
                 *     answers repeat it. Send a new one per business action, and the same one when you send that action again.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                "X-Correlation-Id"?: components["parameters"]["XCorrelationId"];
                /**
                 * @description The tenant that the request is for, named by the domain under which its portal is used, such as
                 *     `portal.cloudcockpit.com`. It must be a domain that exists for that tenant.
                 * @example portal.cloudcockpit.com
                 */
                "X-Tenant": components["parameters"]["XTenant"];
            };
            path: {
                /**
                 * @description The reseller's id, as the create answered it.
                 * @example 9f3b1d52-0c7a-4f0e-8f2e-3a7d5b6c1e20
                 */
                resellerId: components["parameters"]["ResellerId"];
            };
            cookie?: never;
        };
        /**
         * Get a reseller
         * @description Returns one reseller with its address, its primary contact and what it is at each provider. The status of each
         *     provider reseller tells how far its set-up has come.
         */
        get: operations["getReseller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description The status of a Microsoft Customer Agreement, wrapped in an object as all enumerations of the API are.
         * @example {
         *       "name": "required"
         *     }
         */
        AgreementStatus: {
            /**
             * @description The name of the status.
             * @example required
             */
            name?: components["schemas"]["AgreementStatusName"] | null;
        };
        /**
         * @description Where the customer stands with the Microsoft Customer Agreement. The documented names:
         *
         *     - `required`: nobody has asked for the agreement yet.
         *     - `linkgenerated`: a link to accept it was made.
         *     - `customeraccepted`: the customer accepted it.
         *     - `linkexpired`: the link ran out before the customer accepted.
         *     - `agreementcreated`: the agreement exists; Microsoft services can be bought.
         *
         *     The list is open.
         * @example required
         */
        AgreementStatusName: "required" | "linkgenerated" | "customeraccepted" | "linkexpired" | "agreementcreated" | (string & {});
        /**
         * @description A country, as its two-letter code from ISO 3166-1 alpha-2, in capitals (`PT`, not `pt` or `Portugal`).
         *     The list is closed: the 249 codes that the standard assigns.
         * @example PT
         * @enum {string}
         */
        CountryCode: "AD" | "AE" | "AF" | "AG" | "AI" | "AL" | "AM" | "AO" | "AQ" | "AR" | "AS" | "AT" | "AU" | "AW" | "AX" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BF" | "BG" | "BH" | "BI" | "BJ" | "BL" | "BM" | "BN" | "BO" | "BQ" | "BR" | "BS" | "BT" | "BV" | "BW" | "BY" | "BZ" | "CA" | "CC" | "CD" | "CF" | "CG" | "CH" | "CI" | "CK" | "CL" | "CM" | "CN" | "CO" | "CR" | "CU" | "CV" | "CW" | "CX" | "CY" | "CZ" | "DE" | "DJ" | "DK" | "DM" | "DO" | "DZ" | "EC" | "EE" | "EG" | "EH" | "ER" | "ES" | "ET" | "FI" | "FJ" | "FK" | "FM" | "FO" | "FR" | "GA" | "GB" | "GD" | "GE" | "GF" | "GG" | "GH" | "GI" | "GL" | "GM" | "GN" | "GP" | "GQ" | "GR" | "GS" | "GT" | "GU" | "GW" | "GY" | "HK" | "HM" | "HN" | "HR" | "HT" | "HU" | "ID" | "IE" | "IL" | "IM" | "IN" | "IO" | "IQ" | "IR" | "IS" | "IT" | "JE" | "JM" | "JO" | "JP" | "KE" | "KG" | "KH" | "KI" | "KM" | "KN" | "KP" | "KR" | "KW" | "KY" | "KZ" | "LA" | "LB" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MF" | "MG" | "MH" | "MK" | "ML" | "MM" | "MN" | "MO" | "MP" | "MQ" | "MR" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "MZ" | "NA" | "NC" | "NE" | "NF" | "NG" | "NI" | "NL" | "NO" | "NP" | "NR" | "NU" | "NZ" | "OM" | "PA" | "PE" | "PF" | "PG" | "PH" | "PK" | "PL" | "PM" | "PN" | "PR" | "PS" | "PT" | "PW" | "PY" | "QA" | "RE" | "RO" | "RS" | "RU" | "RW" | "SA" | "SB" | "SC" | "SD" | "SE" | "SG" | "SH" | "SI" | "SJ" | "SK" | "SL" | "SM" | "SN" | "SO" | "SR" | "SS" | "ST" | "SV" | "SX" | "SY" | "SZ" | "TC" | "TD" | "TF" | "TG" | "TH" | "TJ" | "TK" | "TL" | "TM" | "TN" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "UM" | "US" | "UY" | "UZ" | "VA" | "VC" | "VE" | "VG" | "VI" | "VN" | "VU" | "WF" | "WS" | "YE" | "YT" | "ZA" | "ZM" | "ZW";
        /**
         * Format: uuid
         * @description The id of what was created, as a bare JSON string.
         * @example 1b671a64-40d5-491e-99b0-da01ff1f3341
         */
        CreatedId: string;
        /**
         * @description An internet domain of the reseller's own under which its portal is reached, instead of one of the CSP's.
         * @example {
         *       "customDomain": "portal.reseller.example",
         *       "status": {}
         *     }
         */
        CustomDomain: {
            /**
             * @description The domain's name, without a scheme or a path. The support articles say that it works once a TXT and a CNAME
             *     record, which the portal generates for the reseller, stand in its DNS; they are valid for 7 days.
             * @example portal.reseller.example
             */
            customDomain?: string | null;
            status?: components["schemas"]["CustomDomainStatus"];
        };
        /**
         * @description The status of a custom domain, wrapped in an object as all enumerations of the API are. Its values are not
         *     published. You read it; there is no reason to send it.
         * @example {}
         */
        CustomDomainStatus: {
            /**
             * @description The name of the status. The public documentation does not list the names.
             * @example Pending
             */
            name?: string | null;
        };
        /**
         * @description A customer of the CSP: a company, its address, its primary contact, and what it is at each cloud provider.
         *     Create and read use the same shape.
         *
         *     Required and nullable are two things here. A required property must be present, and the documentation lets
         *     each of them be null. What the API then does with a customer that lacks, say, a city is not documented, so
         *     send real values: the smallest useful request has the required properties filled and `providerCustomers` as an
         *     empty object.
         *
         *     Properties that this contract does not know are allowed: the documentation does not forbid them here.
         */
        Customer: {
            /**
             * @description Street and number of the company.
             * @example Avenida da Liberdade 110
             */
            addressLine1: string | null;
            /**
             * @description Whatever of the address does not fit the first line, such as a floor or a building.
             * @example 4.º andar
             */
            addressLine2?: string | null;
            /**
             * @description The company's city.
             * @example Lisboa
             */
            city: string | null;
            /**
             * @description The company's name.
             * @example Fabrikam Portugal, Lda.
             */
            companyName: string | null;
            /**
             * @description The company's country. It also decides what a valid zip code and phone number look like.
             * @example PT
             */
            country: components["schemas"]["CountryCode"] | null;
            /**
             * @description The partners of the customer.
             * @example [
             *       {
             *         "resellerId": "5e9f7a52-6a0c-4c1c-9d57-0c2b1a4e8f10",
             *         "name": "Northwind Resale, S.A."
             *       }
             *     ]
             */
            customerAssociations?: components["schemas"]["CustomerAssociation"][] | null;
            /**
             * @description Email address of the company's primary contact. The documentation demands no form of it; the support articles
             *     say that Microsoft refuses addresses at `@microsoft.com` and in the reseller's own domain.
             * @example ana.marques@fabrikam.example
             */
            email: string | null;
            /**
             * @description First name of the company's primary contact. With a Microsoft provider instance, mind that Microsoft is
             *     stricter than this API: the support articles say that it refuses names of one character or of more than 40,
             *     and placeholders such as `test` or `admin`.
             * @example Ana
             */
            firstName: string | null;
            /**
             * Format: uuid
             * @description The customer's id. Leave it out on create unless you must choose the id yourself; what happens with an id
             *     that is taken is not documented.
             * @example 1b671a64-40d5-491e-99b0-da01ff1f3341
             */
            id?: string;
            /**
             * @description Your own key for the customer, such as its number in your ERP. Send one that is unique: by it you find the
             *     customer again when the answer to a create was lost.
             * @example ERP-100234
             */
            internalIdentifier?: string | null;
            /**
             * @description Last name of the company's primary contact. Microsoft's rules for first names hold for it too.
             * @example Marques
             */
            lastName: string | null;
            /**
             * @description Middle name of the company's primary contact.
             * @example Sofia
             */
            middleName?: string | null;
            /**
             * @description Phone number of the company's primary contact.
             * @example 921231231
             */
            phone: string | null;
            /**
             * @description What the customer is at each provider, keyed by the id of the provider instance. Send an empty object for a
             *     customer that buys nothing yet.
             *
             *     The documentation's text calls this a list; its example sends an object with ids as keys. The contract
             *     follows the example.
             * @example {}
             */
            providerCustomers: {
                [key: string]: components["schemas"]["ProviderCustomer"];
            } | null;
            /**
             * Format: uuid
             * @description The reseller that the customer belongs to. With an id, the customer is related to that reseller; with null
             *     or without the property, directly to the CSP.
             * @example 5e9f7a52-6a0c-4c1c-9d57-0c2b1a4e8f10
             */
            resellerId?: string | null;
            /**
             * @description The state, province or district of the company.
             * @example Lisboa
             */
            state: string | null;
            /**
             * @description The company's tax number, with the country's prefix if that is how it is written there.
             * @example PT501964843
             */
            taxId?: string | null;
            /**
             * @description The company's postal code, as its country writes it. (A reseller's is called `zipCode`.)
             * @example 1250-146
             */
            zip: string | null;
        };
        /**
         * @description A reseller that is a partner of the customer.
         * @example {
         *       "resellerId": "5e9f7a52-6a0c-4c1c-9d57-0c2b1a4e8f10",
         *       "name": "Northwind Resale, S.A."
         *     }
         */
        CustomerAssociation: {
            /**
             * @description The reseller's name, for people to read.
             * @example Northwind Resale, S.A.
             */
            name?: string | null;
            /**
             * Format: uuid
             * @description The reseller's id.
             * @example 5e9f7a52-6a0c-4c1c-9d57-0c2b1a4e8f10
             */
            resellerId?: string | null;
        };
        /** @description One page of a list of customers. */
        CustomerPage: components["schemas"]["Page"] & {
            /**
             * @description The customers on this page; null or empty when there are none.
             * @example []
             */
            items?: components["schemas"]["Customer"][] | null;
        };
        /**
         * @description What is wrong with one property of the request.
         * @example {
         *       "propertyName": "zip",
         *       "description": [
         *         "The zip code is not valid for the country PT."
         *       ]
         *     }
         */
        ErrorDetail: {
            /**
             * @description Everything that is wrong with the property, one sentence each.
             * @example [
             *       "The zip code is not valid for the country PT."
             *     ]
             */
            description?: string[] | null;
            /**
             * @description The property at fault. How the API writes nested properties is not published; expect dots, and casing that
             *     differs from what you sent.
             * @example zip
             */
            propertyName?: string | null;
        };
        /**
         * @description The body of every error answer that has one: what went wrong, and the id to quote to support.
         * @example {
         *       "statusCode": 400,
         *       "type": "ValidationError",
         *       "description": "One or more properties are not valid.",
         *       "correlationId": "0f8fad5b-d9cb-469f-a165-70867728950e",
         *       "errors": [
         *         {
         *           "propertyName": "zip",
         *           "description": [
         *             "The zip code is not valid for the country PT."
         *           ]
         *         }
         *       ]
         *     }
         */
        ErrorEnvelope: {
            /**
             * @description Identifies the request in the API's logs: the value of `X-Correlation-Id` if you sent one. Quote it to
             *     support.
             * @example 0f8fad5b-d9cb-469f-a165-70867728950e
             */
            correlationId?: string | null;
            /**
             * @description What went wrong, for people to read.
             * @example One or more properties are not valid.
             */
            description?: string | null;
            /**
             * @description One entry per property that is at fault; null or empty when the error is about no single property.
             * @example [
             *       {
             *         "propertyName": "zip",
             *         "description": [
             *           "The zip code is not valid for the country PT."
             *         ]
             *       }
             *     ]
             */
            errors?: components["schemas"]["ErrorDetail"][] | null;
            /**
             * Format: int32
             * @description The HTTP status again, so that a stored body explains itself.
             * @example 400
             */
            statusCode?: number;
            /**
             * @description The kind of error. Its values are not published, so do not build logic on them.
             * @example ValidationError
             */
            type?: string | null;
        };
        /**
         * @description Names the rule by which a margin is applied. The API wraps its enumerations in an object with a `name`.
         *
         *     The published request schema shows this object without any member and forbids additional ones, yet every
         *     published example sends `name`. The contract follows the examples.
         * @example {
         *       "name": "markup"
         *     }
         */
        MarginRule: {
            /**
             * @description The name of the margin rule. Send it always; without it the object says nothing.
             * @example markup
             */
            name?: components["schemas"]["MarginRuleName"] | null;
        };
        /**
         * @description How a margin turns the provider's price into yours. The documented names:
         *
         *     - `Markup`: the percentage is added to the list price.
         *     - `Margin`: the percentage is your share of the resulting price.
         *     - `SplitMargin`: the percentage is your share of the provider's own margin.
         *     - `ErpMinusDiscount`: the percentage is taken off the estimated retail price (ERP).
         *
         *     The published examples send `markup` in lower case, so the API evidently ignores case. Names that are not
         *     listed here stay valid: the list is open.
         * @example Markup
         */
        MarginRuleName: "Markup" | "Margin" | "SplitMargin" | "ErpMinusDiscount" | (string & {});
        /**
         * @description The Microsoft Customer Agreement of a customer in one provider instance. Microsoft sells nothing to a
         *     customer before its agreement exists.
         * @example {
         *       "customerId": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
         *       "providerInstanceId": "cb3cd15b-1d6e-45be-b493-c71549cbfd87",
         *       "signatoryContact": null,
         *       "status": {
         *         "name": "required"
         *       },
         *       "attestationId": null,
         *       "lastUpdate": null,
         *       "dateAgreed": null
         *     }
         */
        MicrosoftCustomerAgreement: {
            /**
             * @description Identifies the acceptance at Microsoft; null until there is one. Its format is not published.
             * @example null
             */
            attestationId?: string | null;
            /**
             * Format: uuid
             * @description The customer whose agreement this is.
             * @example 3fa85f64-5717-4562-b3fc-2c963f66afa6
             */
            customerId?: string;
            /**
             * Format: date-time
             * @description When the agreement was made; null unless the status is `agreementcreated`.
             * @example null
             */
            dateAgreed?: string | null;
            /**
             * Format: date-time
             * @description When the status last changed; null when it never has.
             * @example null
             */
            lastUpdate?: string | null;
            /**
             * Format: uuid
             * @description The Microsoft provider instance in which the agreement holds. The same id as the key of the provider customer.
             * @example cb3cd15b-1d6e-45be-b493-c71549cbfd87
             */
            providerInstanceId?: string;
            /**
             * @description The person who accepts the agreement; null when nobody is named yet.
             * @example null
             */
            signatoryContact?: components["schemas"]["SignatoryContact"] | null;
            status?: components["schemas"]["AgreementStatus"];
        };
        /**
         * @description What a Microsoft provider instance needs to know of a customer. It travels as JSON text inside
         *     `providerCustomerData`; its members are in PascalCase.
         * @example {
         *       "Domain": "TestDomain",
         *       "CredentialsEmail": "test@email.com",
         *       "AcceptedMCA": true,
         *       "AgreementDate": "2022-12-28T00:00:00Z",
         *       "KeepPrimaryInformation": true,
         *       "FirstName": "Test",
         *       "LastName": "Test",
         *       "Email": "test@email.com",
         *       "Phone": "921231231",
         *       "DefaultCulture": "en-US",
         *       "Language": "en",
         *       "AssociatedPartnerId": null,
         *       "Qualifications": [],
         *       "EnableGDAP": true
         *     }
         */
        MicrosoftCustomerData: {
            /**
             * @description Whether the customer has accepted the Microsoft Customer Agreement outside of this API. The support
             *     articles say that since January 2026 Microsoft takes attestations through its API only, so expect
             *     `microsoftCustomerAgreement` to matter more than this.
             * @example true
             */
            AcceptedMCA?: boolean | null;
            /**
             * Format: date-time
             * @description When the customer accepted the agreement.
             * @example 2022-12-28T00:00:00Z
             */
            AgreementDate?: string | null;
            /**
             * @description The Microsoft partner id (MPN id) of the partner associated with the customer; null for none.
             * @example 6234552
             */
            AssociatedPartnerId?: string | null;
            /**
             * @description Where the credentials of the new Microsoft tenant's administrator are sent.
             * @example test@email.com
             */
            CredentialsEmail?: string | null;
            /**
             * @description How dates and numbers are written for the customer, as a language tag with a region.
             * @example en-US
             */
            DefaultCulture?: string | null;
            /**
             * @description The customer's domain at Microsoft: the part before `.onmicrosoft.com` of a new tenant, or an existing
             *     tenant's domain.
             * @example TestDomain
             */
            Domain?: string | null;
            /**
             * @description Email address of the person who accepted the agreement.
             * @example test@email.com
             */
            Email?: string | null;
            /**
             * @description True to ask for granular delegated admin privileges (GDAP) over the new tenant as well.
             * @example true
             */
            EnableGDAP?: boolean | null;
            /**
             * @description First name of the person who accepted the agreement. The support articles say that Microsoft refuses names
             *     of one character or of more than 40, and placeholders such as `test`.
             * @example Test
             */
            FirstName?: string | null;
            /**
             * @description True to name the customer's primary contact as the one who accepted the agreement; then the four contact
             *     members below are not needed. False to name somebody else in them.
             * @example true
             */
            KeepPrimaryInformation?: boolean | null;
            /**
             * @description The language in which Microsoft writes to the customer, as a language tag.
             * @example en
             */
            Language?: string | null;
            /**
             * @description Last name of the person who accepted the agreement.
             * @example Test
             */
            LastName?: string | null;
            /**
             * @description Phone number of the person who accepted the agreement.
             * @example 921231231
             */
            Phone?: string | null;
            /**
             * @description The special terms that the customer qualifies for, such as those of education; empty for an ordinary
             *     commercial customer. The form of an entry is not published, so any value is accepted.
             * @example []
             */
            Qualifications?: unknown[] | null;
        };
        /**
         * @description What a Microsoft Tier 2 provider instance needs to know of a reseller. It travels as JSON text inside
         *     `resellerProviderData`.
         *
         *     The documentation writes the members in PascalCase in its text and in camelCase in its example. Both spellings
         *     are valid here; keep to one within an object. For Microsoft Tier 1 send an empty object.
         * @example {
         *       "indirectResellerId": "f94f06fd-dc98-47fb-bd49-63bc98bd87f2",
         *       "secondaryMpnIds": [
         *         "123456",
         *         "654321"
         *       ]
         *     }
         */
        MicrosoftResellerData: {
            /**
             * @description The id of the indirect reseller at Microsoft, as the documentation's example spells it.
             * @example f94f06fd-dc98-47fb-bd49-63bc98bd87f2
             */
            indirectResellerId?: string | null;
            /**
             * @description The id of the indirect reseller at Microsoft, as the documentation's text spells it.
             * @example f94f06fd-dc98-47fb-bd49-63bc98bd87f2
             */
            IndirectResellerId?: string | null;
            /**
             * @description Further Microsoft partner ids (MPN ids) of the reseller, as the documentation's example spells it.
             * @example [
             *       "123456",
             *       "654321"
             *     ]
             */
            secondaryMpnIds?: string[] | null;
            /**
             * @description Further Microsoft partner ids (MPN ids) of the reseller, as the documentation's text spells it.
             * @example [
             *       "123456",
             *       "654321"
             *     ]
             */
            SecondaryMpnIds?: string[] | null;
        };
        /**
         * @description Margins keyed by the name of the offer type, in the shape that the documentation's text describes.
         * @example {
         *       "license": {
         *         "marginRule": {
         *           "name": "markup"
         *         },
         *         "value": 10
         *       }
         *     }
         */
        OfferTypeMarginMap: {
            [key: string]: components["schemas"]["PriceMargin"];
        };
        /**
         * @description Margins for single offer types within one provider instance. A margin given here overrides the margin of the
         *     provider instance for offers of that type; offer types that are not listed keep the provider instance's.
         *
         *     The documentation shows two shapes, and both are valid here:
         *
         *     - a plain dictionary, as its text describes: `{"license": {"marginRule": {"name": "markup"}, "value": 10}}`
         *     - the same dictionary inside `Value`, with members in PascalCase, as its examples send:
         *       `{"Value": {"license": {"MarginRule": {"Name": "markup"}, "Value": 10}}}`
         *
         *     When you have the choice, send the second: it is the one that a published example proves. Leave the property
         *     out, or send null, when no offer type needs a margin of its own.
         * @example {
         *       "Value": {
         *         "license": {
         *           "MarginRule": {
         *             "Name": "markup"
         *           },
         *           "Value": 10
         *         }
         *       }
         *     }
         */
        OfferTypeMargins: components["schemas"]["OfferTypeMarginMap"] | components["schemas"]["OfferTypeMarginsWrapper"];
        /**
         * @description Margins keyed by the name of the offer type, inside a member `Value`: the shape and the casing that the
         *     published examples send.
         * @example {
         *       "Value": {
         *         "license": {
         *           "MarginRule": {
         *             "Name": "markup"
         *           },
         *           "Value": 10
         *         }
         *       }
         *     }
         */
        OfferTypeMarginsWrapper: {
            /**
             * @description The margins, keyed by the name of the offer type.
             * @example {
             *       "license": {
             *         "MarginRule": {
             *           "Name": "markup"
             *         },
             *         "Value": 10
             *       }
             *     }
             */
            Value: {
                [key: string]: components["schemas"]["PascalPriceMargin"];
            };
        };
        /**
         * @description The name of an offer type. The documented names are listed; the published examples write `license` in lower
         *     case, so the API evidently ignores case. The list is open.
         * @example License
         */
        OfferTypeName: "License" | "LicenseLegacy" | "SoftwareSubscription" | "PerpetualSoftware" | "AzurePlan" | "AzureReservation" | "AzureLegacy" | "AzureSavingsPlan" | (string & {});
        /**
         * @description What every page of a list says of itself.
         * @example {
         *       "paginationParameters": {
         *         "pageNumber": 1,
         *         "pageSize": 25
         *       },
         *       "totalPages": 1,
         *       "totalCount": 1,
         *       "hasPreviousPage": false,
         *       "hasNextPage": false,
         *       "continuationToken": null
         *     }
         */
        Page: {
            /**
             * @description Where another kind of paging would go on. The lists described here are paged by number and are not
             *     documented to use it.
             * @example null
             */
            continuationToken?: string | null;
            /**
             * @description Whether there is a page after this one. Read on while it is true.
             * @example false
             */
            hasNextPage?: boolean;
            /**
             * @description Whether there is a page before this one.
             * @example false
             */
            hasPreviousPage?: boolean;
            paginationParameters?: components["schemas"]["PaginationParameters"];
            /**
             * Format: int32
             * @description How many results there are on all pages together.
             * @example 1
             */
            totalCount?: number;
            /**
             * Format: int32
             * @description How many pages there are.
             * @example 1
             */
            totalPages?: number;
        };
        /**
         * @description The paging that the server applied.
         * @example {
         *       "pageNumber": 1,
         *       "pageSize": 25
         *     }
         */
        PaginationParameters: {
            /**
             * Format: int32
             * @description The number of this page; the first is 1.
             * @example 1
             */
            pageNumber?: number;
            /**
             * Format: int32
             * @description How many results a page holds at most.
             * @example 25
             */
            pageSize?: number;
        };
        /**
         * @description A price margin as it appears inside the `Value` of offer type margins: what `PriceMargin` says, with its
         *     members in PascalCase.
         * @example {
         *       "MarginRule": {
         *         "Name": "markup"
         *       },
         *       "Value": 10
         *     }
         */
        PascalPriceMargin: {
            /**
             * @description Names the rule by which the margin is applied.
             * @example {
             *       "Name": "markup"
             *     }
             */
            MarginRule: {
                /**
                 * @description The name of the margin rule.
                 * @example markup
                 */
                Name?: components["schemas"]["MarginRuleName"] | null;
            };
            /**
             * @description The size of the margin, as a percentage.
             * @example 10
             */
            Value?: number;
        };
        /**
         * @description A price margin: a rule and the number it works with, such as a markup of 10.6 percent.
         *
         *     The published schema lists `marginRule` alone and forbids other members, yet every published example also
         *     sends `value`. The contract follows the examples.
         * @example {
         *       "marginRule": {
         *         "name": "markup"
         *       },
         *       "value": 10.6
         *     }
         */
        PriceMargin: {
            marginRule: components["schemas"]["MarginRule"];
            /**
             * @description The size of the margin, as a percentage: `10.6` means 10.6 percent. Send it always: the public
             *     documentation does not say what a margin without a value means.
             * @example 10.6
             */
            value?: number;
        };
        /**
         * @description The status of work that the API does in the background, wrapped in an object as all enumerations of the API
         *     are. You read it; there is no reason to send it.
         * @example {
         *       "name": "Processing"
         *     }
         */
        ProcessingStatus: {
            /**
             * @description The name of the status.
             * @example Processing
             */
            name?: components["schemas"]["ProcessingStatusName"] | null;
        };
        /**
         * @description How far the API has come with work that it does in the background. The documented names:
         *
         *     - `Processing`: not finished; read again later.
         *     - `Success`: finished.
         *     - `Failed`: finished without success.
         *
         *     The list is open.
         * @example Processing
         */
        ProcessingStatusName: "Processing" | "Success" | "Failed" | (string & {});
        /**
         * @description What a customer is in one provider instance, that is, in one connection of the CSP to a cloud provider.
         * @example {
         *       "providerInstanceId": "cb3cd15b-1d6e-45be-b493-c71549cbfd87",
         *       "providerCustomerData": "{\"Domain\":\"TestDomain\",\"CredentialsEmail\":\"test@email.com\"}",
         *       "margin": {
         *         "marginRule": {
         *           "name": "markup"
         *         },
         *         "value": 10.6
         *       }
         *     }
         */
        ProviderCustomer: {
            /** @description The margin for everything that this customer buys from this provider instance. */
            margin: components["schemas"]["PriceMargin"];
            /**
             * @description Where the customer stands with the Microsoft Customer Agreement. Microsoft provider instances only.
             * @example null
             */
            microsoftCustomerAgreement?: components["schemas"]["MicrosoftCustomerAgreement"] | null;
            /**
             * @description Margins of single offer types, overriding `margin` for offers of those types. Null or absent for none.
             * @example {
             *       "Value": {
             *         "license": {
             *           "MarginRule": {
             *             "Name": "markup"
             *           },
             *           "Value": 10
             *         }
             *       }
             *     }
             */
            offerTypeMargins?: components["schemas"]["OfferTypeMargins"] | null;
            /**
             * @description What this provider needs to know of the customer, as JSON text in a string: serialise the object, then put
             *     the text here. For a Microsoft provider instance the members are those described here; for a generic
             *     provider send `{}`.
             * @example {"Domain":"TestDomain","CredentialsEmail":"test@email.com","AcceptedMCA":true,"AgreementDate":"2022-12-28T00:00:00Z","KeepPrimaryInformation":true}
             */
            providerCustomerData: string | null;
            /**
             * @description The customer's id at the provider, for a customer that already exists there. For Microsoft it is the
             *     tenant's id. Leave it out for a customer that the provider does not know yet.
             * @example f574cf12-a7d6-43fe-9663-1af97b04e5ab
             */
            providerCustomerId?: string | null;
            /**
             * Format: uuid
             * @description The provider instance. The same id as the key under which this object stands.
             * @example cb3cd15b-1d6e-45be-b493-c71549cbfd87
             */
            providerInstanceId: string;
            /**
             * @description The provider's name, for people to read, such as `Microsoft`. The id decides, not this.
             * @example Microsoft
             */
            providerName?: string | null;
        };
        /**
         * @description What a reseller is in one provider instance, that is, in one connection of the CSP to a cloud provider.
         * @example {
         *       "providerInstanceId": "cb3cd15b-1d6e-45be-b493-c71549cbfd87",
         *       "priceMargin": {
         *         "marginRule": {
         *           "name": "markup"
         *         },
         *         "value": 8
         *       },
         *       "resellerProviderData": "{}"
         *     }
         */
        ProviderReseller: {
            /**
             * @description Margins of single offer types, overriding `priceMargin` for offers of those types. Null or absent for none.
             * @example {
             *       "Value": {
             *         "license": {
             *           "MarginRule": {
             *             "Name": "markup"
             *           },
             *           "Value": 10
             *         }
             *       }
             *     }
             */
            offerTypeMargins?: components["schemas"]["OfferTypeMargins"] | null;
            /** @description The margin for everything that this reseller sells from this provider instance. */
            priceMargin: components["schemas"]["PriceMargin"];
            /**
             * Format: uuid
             * @description The provider instance in which the reseller may sell. Always needed.
             * @example cb3cd15b-1d6e-45be-b493-c71549cbfd87
             */
            providerInstanceId: string;
            /**
             * @description The reseller's id at the provider. For Microsoft Tier 2 send the reseller's primary MPN id, under which
             *     new subscriptions are bought. Leave the property out for Microsoft Tier 1 and for generic providers.
             *
             *     The documentation's example shows a UUID here, which no MPN id is; the contract accepts any text.
             * @example 6234552
             */
            providerResellerId?: string | null;
            /**
             * @description What this provider needs to know of the reseller, as JSON text in a string: serialise the object, then put
             *     the text here. Microsoft Tier 2 takes the members described here; for Microsoft Tier 1 send `{}`.
             *
             *     The property is required, though it may be null. Another operation of the API tells callers not to set it
             *     for Tier 1 and generic providers; `{}` satisfies both.
             * @example {"IndirectResellerId":"f94f06fd-dc98-47fb-bd49-63bc98bd87f2","SecondaryMpnIds":["123456","654321"]}
             */
            resellerProviderData: string | null;
            /** @description How far the reseller's set-up at the provider has come. You read it; there is no reason to send it. */
            status?: components["schemas"]["ProcessingStatus"];
        };
        /**
         * @description A reseller of the CSP: a company, its address, its primary contact, and what it is at each cloud provider.
         *     Create and read use the same shape.
         *
         *     Required and nullable are two things here. A required property must be present, and the documentation lets
         *     each of them be null. What the API then does with a reseller that lacks, say, a city is not documented, so
         *     send real values: the smallest useful request has the required properties filled and `providerResellers` as an
         *     empty array.
         *
         *     Properties that this contract does not know are allowed: the documentation does not forbid them here.
         */
        Reseller: {
            /**
             * @description Street and number of the company.
             * @example Rua de Santa Catarina 325
             */
            addressLine1: string | null;
            /**
             * @description Whatever of the address does not fit the first line, such as a floor or a building.
             * @example Loja 2
             */
            addressLine2?: string | null;
            /**
             * @description The company's city.
             * @example Porto
             */
            city: string | null;
            /**
             * @description The company's name.
             * @example Tailspin Cloud, Unipessoal Lda.
             */
            companyName: string | null;
            /**
             * @description The company's country. It decides what a valid zip code and phone number look like, and every provider
             *     instance of the reseller must support it.
             * @example PT
             */
            country: components["schemas"]["CountryCode"] | null;
            /** @description An internet domain of the reseller's own for its portal. Leave it out to keep the CSP's. */
            customDomain?: components["schemas"]["CustomDomain"];
            /**
             * @description Email address of the company's primary contact. The documentation demands no form of it.
             * @example rui.almeida@tailspin.example
             */
            email: string | null;
            /**
             * @description First name of the company's primary contact.
             * @example Rui
             */
            firstName: string | null;
            /**
             * Format: uuid
             * @description The reseller's id. Leave it out on create unless you must choose the id yourself; what happens with an id
             *     that is taken is not documented.
             * @example 9f3b1d52-0c7a-4f0e-8f2e-3a7d5b6c1e20
             */
            id?: string;
            /**
             * @description Your own key for the reseller, such as its number in your ERP. Send one that is unique: by it you find the
             *     reseller again when the answer to a create was lost.
             * @example ERP-R-0042
             */
            internalIdentifier?: string | null;
            /**
             * @description Last name of the company's primary contact.
             * @example Almeida
             */
            lastName: string | null;
            /**
             * @description Phone number of the company's primary contact, valid for the company's country.
             * @example 222005000
             */
            phone: string | null;
            /**
             * @description What the reseller is at each provider, one entry per provider instance. Send an empty array for a reseller
             *     that sells nothing yet.
             * @example []
             */
            providerResellers: components["schemas"]["ProviderReseller"][] | null;
            /**
             * @description The state, province or district of the company.
             * @example Porto
             */
            state: string | null;
            /**
             * @description The company's tax number, with the country's prefix if that is how it is written there.
             * @example PT502011378
             */
            taxId?: string | null;
            /**
             * @description The company's postal code, valid for its country. (A customer's is called `zip`.)
             * @example 4000-455
             */
            zipCode: string | null;
        };
        /**
         * @description What the API answers when it created a reseller.
         * @example {
         *       "resellerId": "9f3b1d52-0c7a-4f0e-8f2e-3a7d5b6c1e20"
         *     }
         */
        ResellerCreated: {
            /**
             * Format: uuid
             * @description The new reseller's id.
             * @example 9f3b1d52-0c7a-4f0e-8f2e-3a7d5b6c1e20
             */
            resellerId?: string;
        };
        /** @description One page of a list of resellers. */
        ResellerPage: components["schemas"]["Page"] & {
            /**
             * @description The resellers on this page; null or empty when there are none.
             * @example []
             */
            items?: components["schemas"]["Reseller"][] | null;
        };
        /**
         * @description The person who accepts the Microsoft Customer Agreement for the customer.
         * @example {
         *       "firstName": "Ana",
         *       "lastName": "Marques",
         *       "email": "ana.marques@fabrikam.example",
         *       "phone": "921231231",
         *       "expirationTime": 1440
         *     }
         */
        SignatoryContact: {
            /**
             * @description Where the link to the agreement is sent.
             * @example ana.marques@fabrikam.example
             */
            email?: string | null;
            /**
             * Format: int32
             * @description For how many minutes the link to the agreement stays valid, from 5 minutes to 7 days.
             * @example 1440
             */
            expirationTime?: number;
            /**
             * @description The person's first name.
             * @example Ana
             */
            firstName?: string | null;
            /**
             * @description The person's last name.
             * @example Marques
             */
            lastName?: string | null;
            /**
             * @description The person's phone number.
             * @example 921231231
             */
            phone?: string | null;
        };
    };
    responses: {
        /** @description A parameter is not valid. */
        BadCustomerId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description A parameter is not valid. */
        BadParameter: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description A parameter is not valid. */
        BadResellerId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The body is larger than the server takes. */
        ContentTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description There is no such customer in this tenant. */
        CustomerNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The token is valid, but its role, its tenant or its relations do not allow this request. Documented without a body. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description There is no such reseller in this tenant. */
        ResellerNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description Something went wrong on the server. A create may have been applied all the same; read before you send it again. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description Too many requests in a short time. Wait as long as Retry-After says. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description The token is missing, not valid, or expired. Documented without a body. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The body is not sent as application/json. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
    };
    parameters: {
        /** @description True to sort from A to Z, false to sort from Z to A. */
        AscendingOrder: boolean;
        /** @description Only resellers that this customer is related to. Needs `providerInstanceId` as well. */
        CustomerFilter: string;
        /**
         * @description The customer's id, as the create answered it.
         * @example 1b671a64-40d5-491e-99b0-da01ff1f3341
         */
        CustomerId: string;
        /** @description Which field of a customer `searchValue` is compared with. */
        CustomerSearchField: "Company.Name" | "Domain" | "InternalIdentifier" | "ProviderCustomerId";
        /**
         * @description What to search for in the field that `searchField` names. Needed when `searchField` is given. The documentation
         *     does not say whether a part of the value is enough, so compare what you get.
         */
        CustomerSearchValue: string;
        /** @description Which page to return; the first is 1. */
        PageNumber: number;
        /** @description How many results a page may hold, from 1 to 2000. */
        PageSize: number;
        /** @description Only resellers that sell from this provider instance. */
        ProviderInstanceFilter: string;
        /**
         * @description The reseller's id, as the create answered it.
         * @example 9f3b1d52-0c7a-4f0e-8f2e-3a7d5b6c1e20
         */
        ResellerId: string;
        /**
         * @description Narrows the answer to the relation with this reseller. Without such a relation the API answers 403 to a read of
         *     one customer.
         */
        ResellerScope: string;
        /** @description Which field of a reseller `searchValue` is compared with. */
        ResellerSearchField: "Company.Name" | "InternalIdentifier" | "MpnId";
        /**
         * @description What to search for in the field that `searchField` names. Needed when `searchField` is given. A part of the value
         *     is enough, so compare what you get.
         */
        ResellerSearchValue: string;
        /** @description What the results are sorted by. One value is documented. */
        SortPropertyName: "Company.Name";
        /**
         * @description An id of your choice for this request. The audit log keeps it with everything the request did, and error
         *     answers repeat it. Send a new one per business action, and the same one when you send that action again.
         * @example 0f8fad5b-d9cb-469f-a165-70867728950e
         */
        XCorrelationId: string;
        /**
         * @description The tenant that the request is for, named by the domain under which its portal is used, such as
         *     `portal.cloudcockpit.com`. It must be a domain that exists for that tenant.
         * @example portal.cloudcockpit.com
         */
        XTenant: string;
    };
    requestBodies: never;
    headers: {
        /** @description How long to wait before the next try, as a number of seconds or as an HTTP date. */
        RetryAfter: string;
    };
    pathItems: never;
}
export type AgreementStatus = components['schemas']['AgreementStatus'];
export type AgreementStatusName = components['schemas']['AgreementStatusName'];
export type CountryCode = components['schemas']['CountryCode'];
export type CreatedId = components['schemas']['CreatedId'];
export type CustomDomain = components['schemas']['CustomDomain'];
export type CustomDomainStatus = components['schemas']['CustomDomainStatus'];
export type Customer = components['schemas']['Customer'];
export type CustomerAssociation = components['schemas']['CustomerAssociation'];
export type CustomerPage = components['schemas']['CustomerPage'];
export type ErrorDetail = components['schemas']['ErrorDetail'];
export type ErrorEnvelope = components['schemas']['ErrorEnvelope'];
export type MarginRule = components['schemas']['MarginRule'];
export type MarginRuleName = components['schemas']['MarginRuleName'];
export type MicrosoftCustomerAgreement = components['schemas']['MicrosoftCustomerAgreement'];
export type MicrosoftCustomerData = components['schemas']['MicrosoftCustomerData'];
export type MicrosoftResellerData = components['schemas']['MicrosoftResellerData'];
export type OfferTypeMarginMap = components['schemas']['OfferTypeMarginMap'];
export type OfferTypeMargins = components['schemas']['OfferTypeMargins'];
export type OfferTypeMarginsWrapper = components['schemas']['OfferTypeMarginsWrapper'];
export type OfferTypeName = components['schemas']['OfferTypeName'];
export type Page = components['schemas']['Page'];
export type PaginationParameters = components['schemas']['PaginationParameters'];
export type PascalPriceMargin = components['schemas']['PascalPriceMargin'];
export type PriceMargin = components['schemas']['PriceMargin'];
export type ProcessingStatus = components['schemas']['ProcessingStatus'];
export type ProcessingStatusName = components['schemas']['ProcessingStatusName'];
export type ProviderCustomer = components['schemas']['ProviderCustomer'];
export type ProviderReseller = components['schemas']['ProviderReseller'];
export type Reseller = components['schemas']['Reseller'];
export type ResellerCreated = components['schemas']['ResellerCreated'];
export type ResellerPage = components['schemas']['ResellerPage'];
export type SignatoryContact = components['schemas']['SignatoryContact'];
export type ResponseBadCustomerId = components['responses']['BadCustomerId'];
export type ResponseBadParameter = components['responses']['BadParameter'];
export type ResponseBadResellerId = components['responses']['BadResellerId'];
export type ResponseContentTooLarge = components['responses']['ContentTooLarge'];
export type ResponseCustomerNotFound = components['responses']['CustomerNotFound'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseResellerNotFound = components['responses']['ResellerNotFound'];
export type ResponseServerError = components['responses']['ServerError'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ParameterAscendingOrder = components['parameters']['AscendingOrder'];
export type ParameterCustomerFilter = components['parameters']['CustomerFilter'];
export type ParameterCustomerId = components['parameters']['CustomerId'];
export type ParameterCustomerSearchField = components['parameters']['CustomerSearchField'];
export type ParameterCustomerSearchValue = components['parameters']['CustomerSearchValue'];
export type ParameterPageNumber = components['parameters']['PageNumber'];
export type ParameterPageSize = components['parameters']['PageSize'];
export type ParameterProviderInstanceFilter = components['parameters']['ProviderInstanceFilter'];
export type ParameterResellerId = components['parameters']['ResellerId'];
export type ParameterResellerScope = components['parameters']['ResellerScope'];
export type ParameterResellerSearchField = components['parameters']['ResellerSearchField'];
export type ParameterResellerSearchValue = components['parameters']['ResellerSearchValue'];
export type ParameterSortPropertyName = components['parameters']['SortPropertyName'];
export type ParameterXCorrelationId = components['parameters']['XCorrelationId'];
export type ParameterXTenant = components['parameters']['XTenant'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type $defs = Record<string, never>;
export interface operations {
    listCustomers: {
        parameters: {
            query?: {
                /** @description True to sort from A to Z, false to sort from Z to A. */
                ascendingOrder?: components["parameters"]["AscendingOrder"];
                /** @description Which page to return; the first is 1. */
                pageNumber?: components["parameters"]["PageNumber"];
                /** @description How many results a page may hold, from 1 to 2000. */
                pageSize?: components["parameters"]["PageSize"];
                /**
                 * @description Narrows the answer to the relation with this reseller. Without such a relation the API answers 403 to a read of
                 *     one customer.
                 */
                resellerId?: components["parameters"]["ResellerScope"];
                /** @description Which field of a customer `searchValue` is compared with. */
                searchField?: components["parameters"]["CustomerSearchField"];
                /**
                 * @description What to search for in the field that `searchField` names. Needed when `searchField` is given. The documentation
                 *     does not say whether a part of the value is enough, so compare what you get.
                 */
                searchValue?: components["parameters"]["CustomerSearchValue"];
                /** @description What the results are sorted by. One value is documented. */
                sortPropertyName?: components["parameters"]["SortPropertyName"];
            };
            header: {
                /**
                 * @description An id of your choice for this request. The audit log keeps it with everything the request did, and error
                 *     answers repeat it. Send a new one per business action, and the same one when you send that action again.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                "X-Correlation-Id"?: components["parameters"]["XCorrelationId"];
                /**
                 * @description The tenant that the request is for, named by the domain under which its portal is used, such as
                 *     `portal.cloudcockpit.com`. It must be a domain that exists for that tenant.
                 * @example portal.cloudcockpit.com
                 */
                "X-Tenant": components["parameters"]["XTenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of customers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            400: components["responses"]["BadParameter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    createCustomer: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description An id of your choice for this request. The audit log keeps it with everything the request did, and error
                 *     answers repeat it. Send a new one per business action, and the same one when you send that action again.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                "X-Correlation-Id"?: components["parameters"]["XCorrelationId"];
                /**
                 * @description The tenant that the request is for, named by the domain under which its portal is used, such as
                 *     `portal.cloudcockpit.com`. It must be a domain that exists for that tenant.
                 * @example portal.cloudcockpit.com
                 */
                "X-Tenant": components["parameters"]["XTenant"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * @description The customer to create. The documentation does not mark the body as required, but a create without one
         *     makes no sense.
         */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Customer"];
            };
        };
        responses: {
            /** @description The customer was created. The documentation shows this status beside 201, with the same body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedId"];
                };
            };
            /** @description The customer was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedId"];
                };
            };
            /** @description The request is not valid. Every property at fault is named; nothing was created. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getCustomer: {
        parameters: {
            query?: {
                /**
                 * @description Narrows the answer to the relation with this reseller. Without such a relation the API answers 403 to a read of
                 *     one customer.
                 */
                resellerId?: components["parameters"]["ResellerScope"];
            };
            header: {
                /**
                 * @description An id of your choice for this request. The audit log keeps it with everything the request did, and error
                 *     answers repeat it. Send a new one per business action, and the same one when you send that action again.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                "X-Correlation-Id"?: components["parameters"]["XCorrelationId"];
                /**
                 * @description The tenant that the request is for, named by the domain under which its portal is used, such as
                 *     `portal.cloudcockpit.com`. It must be a domain that exists for that tenant.
                 * @example portal.cloudcockpit.com
                 */
                "X-Tenant": components["parameters"]["XTenant"];
            };
            path: {
                /**
                 * @description The customer's id, as the create answered it.
                 * @example 1b671a64-40d5-491e-99b0-da01ff1f3341
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            400: components["responses"]["BadCustomerId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomerNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listResellers: {
        parameters: {
            query?: {
                /** @description True to sort from A to Z, false to sort from Z to A. */
                ascendingOrder?: components["parameters"]["AscendingOrder"];
                /** @description Only resellers that this customer is related to. Needs `providerInstanceId` as well. */
                customerId?: components["parameters"]["CustomerFilter"];
                /** @description Which page to return; the first is 1. */
                pageNumber?: components["parameters"]["PageNumber"];
                /** @description How many results a page may hold, from 1 to 2000. */
                pageSize?: components["parameters"]["PageSize"];
                /** @description Only resellers that sell from this provider instance. */
                providerInstanceId?: components["parameters"]["ProviderInstanceFilter"];
                /** @description Which field of a reseller `searchValue` is compared with. */
                searchField?: components["parameters"]["ResellerSearchField"];
                /**
                 * @description What to search for in the field that `searchField` names. Needed when `searchField` is given. A part of the value
                 *     is enough, so compare what you get.
                 */
                searchValue?: components["parameters"]["ResellerSearchValue"];
                /** @description What the results are sorted by. One value is documented. */
                sortPropertyName?: components["parameters"]["SortPropertyName"];
            };
            header: {
                /**
                 * @description An id of your choice for this request. The audit log keeps it with everything the request did, and error
                 *     answers repeat it. Send a new one per business action, and the same one when you send that action again.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                "X-Correlation-Id"?: components["parameters"]["XCorrelationId"];
                /**
                 * @description The tenant that the request is for, named by the domain under which its portal is used, such as
                 *     `portal.cloudcockpit.com`. It must be a domain that exists for that tenant.
                 * @example portal.cloudcockpit.com
                 */
                "X-Tenant": components["parameters"]["XTenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of resellers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResellerPage"];
                };
            };
            400: components["responses"]["BadParameter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    createReseller: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description An id of your choice for this request. The audit log keeps it with everything the request did, and error
                 *     answers repeat it. Send a new one per business action, and the same one when you send that action again.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                "X-Correlation-Id"?: components["parameters"]["XCorrelationId"];
                /**
                 * @description The tenant that the request is for, named by the domain under which its portal is used, such as
                 *     `portal.cloudcockpit.com`. It must be a domain that exists for that tenant.
                 * @example portal.cloudcockpit.com
                 */
                "X-Tenant": components["parameters"]["XTenant"];
            };
            path?: never;
            cookie?: never;
        };
        /**
         * @description The reseller to create. The documentation does not mark the body as required, but a create without one
         *     makes no sense.
         */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reseller"];
            };
        };
        responses: {
            /**
             * @description The reseller was created. The documentation shows this status beside 201, with the bare id as its body;
             *     be ready for both.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedId"];
                };
            };
            /** @description The reseller was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResellerCreated"];
                };
            };
            /** @description The request is not valid. Every property at fault is named; nothing was created. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEnvelope"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    getReseller: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description An id of your choice for this request. The audit log keeps it with everything the request did, and error
                 *     answers repeat it. Send a new one per business action, and the same one when you send that action again.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                "X-Correlation-Id"?: components["parameters"]["XCorrelationId"];
                /**
                 * @description The tenant that the request is for, named by the domain under which its portal is used, such as
                 *     `portal.cloudcockpit.com`. It must be a domain that exists for that tenant.
                 * @example portal.cloudcockpit.com
                 */
                "X-Tenant": components["parameters"]["XTenant"];
            };
            path: {
                /**
                 * @description The reseller's id, as the create answered it.
                 * @example 9f3b1d52-0c7a-4f0e-8f2e-3a7d5b6c1e20
                 */
                resellerId: components["parameters"]["ResellerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reseller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reseller"];
                };
            };
            400: components["responses"]["BadResellerId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ResellerNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
}
