import type { Customer, Reseller } from '../src/index.ts'
import { jsonString } from '../src/index.ts'

/** The provider instance of the bodies below. */
export const instance = 'cb3cd15b-1d6e-45be-b493-c71549cbfd87'

/** A customer with everything in it that the client looks at. */
export const customer = {
  internalIdentifier: 'ERP-100234',
  companyName: 'Fabrikam Portugal, Lda.',
  taxId: 'PT501964843',
  country: 'PT',
  addressLine1: 'Avenida da Liberdade 110',
  city: 'Lisboa',
  state: 'Lisboa',
  zip: '1250-146',
  firstName: 'Ana',
  lastName: 'Marques',
  email: 'ana.marques@fabrikam.example',
  phone: '921231231',
  providerCustomers: {
    [instance]: {
      providerInstanceId: instance,
      margin: { marginRule: { name: 'Markup' }, value: 10 },
      providerCustomerData: jsonString({ Domain: 'fabrikam', Email: 'mca.signer@fabrikam.example' }),
    },
  },
} satisfies Customer

/** A reseller with one provider instance. */
export const reseller = {
  internalIdentifier: 'ERP-R-0042',
  companyName: 'Tailspin Cloud',
  country: 'PT',
  addressLine1: 'Rua de Santa Catarina 325',
  city: 'Porto',
  state: 'Porto',
  zipCode: '4000-455',
  firstName: 'Rui',
  lastName: 'Almeida',
  email: 'rui@tailspin.example',
  phone: '222005000',
  providerResellers: [
    {
      providerInstanceId: instance,
      priceMargin: { marginRule: { name: 'markup' }, value: 8 },
      resellerProviderData: jsonString({ IndirectResellerId: 'f94f06fd-dc98-47fb-bd49-63bc98bd87f2' }),
    },
  ],
} satisfies Reseller

export const newId = '1b671a64-40d5-491e-99b0-da01ff1f3341'
