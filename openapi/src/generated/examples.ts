/**
 * Generated from the contract in `openapi/`; do not edit.
 * Made by `npm run generate`; `npm run check` is red when it is stale.
 */
import type { operations } from './types.ts'

/** Every request example of the contract, by operation and name. */
export const requestExamples = {
  createCustomer: {
  "minimal": {
    "companyName": "Fabrikam Portugal, Lda.",
    "country": "PT",
    "addressLine1": "Avenida da Liberdade 110",
    "city": "Lisboa",
    "state": "Lisboa",
    "zip": "1250-146",
    "firstName": "Ana",
    "lastName": "Marques",
    "email": "ana.marques@fabrikam.example",
    "phone": "921231231",
    "internalIdentifier": "ERP-100234",
    "providerCustomers": {}
  },
  "microsoft": {
    "id": "1b671a64-40d5-491e-99b0-da01ff1f3341",
    "companyName": "Fabrikam Portugal, Lda.",
    "taxId": "PT501964843",
    "country": "PT",
    "addressLine1": "Avenida da Liberdade 110",
    "addressLine2": "4.º andar",
    "city": "Lisboa",
    "state": "Lisboa",
    "zip": "1250-146",
    "firstName": "Ana",
    "middleName": "Sofia",
    "lastName": "Marques",
    "email": "ana.marques@fabrikam.example",
    "phone": "921231231",
    "internalIdentifier": "ERP-100235",
    "resellerId": "5e9f7a52-6a0c-4c1c-9d57-0c2b1a4e8f10",
    "providerCustomers": {
      "cb3cd15b-1d6e-45be-b493-c71549cbfd87": {
        "providerName": "Microsoft",
        "providerInstanceId": "cb3cd15b-1d6e-45be-b493-c71549cbfd87",
        "providerCustomerId": "f574cf12-a7d6-43fe-9663-1af97b04e5ab",
        "providerCustomerData": "{\"Domain\":\"TestDomain\",\"CredentialsEmail\":\"test@email.com\",\"AcceptedMCA\":true,\"AgreementDate\":\"2022-12-28T00:00:00Z\",\"KeepPrimaryInformation\":true,\"FirstName\":\"Test\",\"LastName\":\"Test\",\"Email\":\"test@email.com\",\"Phone\":\"921231231\",\"DefaultCulture\":\"en-US\",\"Language\":\"en\",\"AssociatedPartnerId\":null,\"Qualifications\":[],\"EnableGDAP\":true}",
        "margin": {
          "marginRule": {
            "name": "markup"
          },
          "value": 10.6
        },
        "offerTypeMargins": {
          "Value": {
            "license": {
              "MarginRule": {
                "Name": "markup"
              },
              "Value": 10
            }
          }
        },
        "microsoftCustomerAgreement": {
          "customerId": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
          "providerInstanceId": "cb3cd15b-1d6e-45be-b493-c71549cbfd87",
          "signatoryContact": null,
          "status": {
            "name": "required"
          },
          "attestationId": null,
          "lastUpdate": null,
          "dateAgreed": null
        }
      }
    },
    "customerAssociations": [
      {
        "resellerId": "5e9f7a52-6a0c-4c1c-9d57-0c2b1a4e8f10",
        "name": "Northwind Resale, S.A."
      }
    ]
  },
  "plainMargins": {
    "companyName": "Litware Ibérica, S.L.",
    "country": "ES",
    "addressLine1": "Calle de Alcalá 42",
    "city": "Madrid",
    "state": "Madrid",
    "zip": "28014",
    "firstName": "Lucía",
    "lastName": "Ortega",
    "email": "lucia.ortega@litware.example",
    "phone": "+34910507000",
    "internalIdentifier": "ERP-100236",
    "providerCustomers": {
      "cb3cd15b-1d6e-45be-b493-c71549cbfd87": {
        "providerInstanceId": "cb3cd15b-1d6e-45be-b493-c71549cbfd87",
        "providerCustomerData": "{\"Domain\":\"litware\",\"CredentialsEmail\":\"lucia.ortega@litware.example\"}",
        "margin": {
          "marginRule": {
            "name": "markup"
          },
          "value": 10.6
        },
        "offerTypeMargins": {
          "license": {
            "marginRule": {
              "name": "markup"
            },
            "value": 10
          }
        }
      }
    }
  }
} satisfies Record<'minimal' | 'microsoft' | 'plainMargins', operations['createCustomer']['requestBody']['content']['application/json']>,
  createReseller: {
  "minimal": {
    "companyName": "Tailspin Cloud, Unipessoal Lda.",
    "country": "PT",
    "addressLine1": "Rua de Santa Catarina 325",
    "city": "Porto",
    "state": "Porto",
    "zipCode": "4000-455",
    "firstName": "Rui",
    "lastName": "Almeida",
    "email": "rui.almeida@tailspin.example",
    "phone": "222005000",
    "internalIdentifier": "ERP-R-0042",
    "providerResellers": []
  },
  "microsoftTier2": {
    "id": "9f3b1d52-0c7a-4f0e-8f2e-3a7d5b6c1e20",
    "companyName": "Tailspin Cloud, Unipessoal Lda.",
    "country": "PT",
    "addressLine1": "Rua de Santa Catarina 325",
    "addressLine2": "Loja 2",
    "city": "Porto",
    "state": "Porto",
    "zipCode": "4000-455",
    "firstName": "Rui",
    "lastName": "Almeida",
    "email": "rui.almeida@tailspin.example",
    "phone": "222005000",
    "internalIdentifier": "ERP-R-0043",
    "taxId": "PT502011378",
    "providerResellers": [
      {
        "priceMargin": {
          "value": 8,
          "marginRule": {
            "name": "markup"
          }
        },
        "offerTypeMargins": {
          "Value": {
            "license": {
              "Value": 10,
              "MarginRule": {
                "Name": "markup"
              }
            }
          }
        },
        "providerInstanceId": "cb3cd15b-1d6e-45be-b493-c71549cbfd87",
        "providerResellerId": "968bd16f-7eca-494d-b29f-440b9ef5cf5d",
        "resellerProviderData": "{\"indirectResellerId\" : \"f94f06fd-dc98-47fb-bd49-63bc98bd87f2\",\"secondaryMpnIds\": [ \"123456\", \"654321\"]}"
      }
    ],
    "customDomain": {
      "customDomain": "portal.tailspin.example",
      "status": {}
    }
  },
  "microsoftTier1": {
    "companyName": "Proseware Cloud, S.A.",
    "country": "PT",
    "addressLine1": "Rua do Comércio 8",
    "city": "Braga",
    "state": "Braga",
    "zipCode": "4700-314",
    "firstName": "Inês",
    "lastName": "Ferreira",
    "email": "ines.ferreira@proseware.example",
    "phone": "253203100",
    "internalIdentifier": "ERP-R-0044",
    "providerResellers": [
      {
        "providerInstanceId": "2f6c1a0e-8f0b-4b0e-9a57-6d1f3c5b7a90",
        "priceMargin": {
          "marginRule": {
            "name": "markup"
          },
          "value": 8
        },
        "resellerProviderData": "{}"
      }
    ]
  }
} satisfies Record<'minimal' | 'microsoftTier2' | 'microsoftTier1', operations['createReseller']['requestBody']['content']['application/json']>,
}
