//! Checks that the numbers of a request are finite: JSON has no others, and serde writes null for them.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Fields, Item, Member, Type};

/// The types of the private client that contain floating point numbers, with the members that do.
pub struct Floats(BTreeMap<String, Vec<Member>>);

impl Floats {
    /// Finds them in the code that progenitor generated.
    pub fn read(file: &syn::File) -> Self {
        let modules = file.items.iter().filter_map(|item| match item {
            Item::Mod(module) if module.ident == "types" => module.content.as_ref(),
            _ => None,
        });
        let structs = modules.flat_map(|(_, items)| items).filter_map(|item| match item {
            Item::Struct(item) => Some((item.ident.to_string(), members(&item.fields))),
            _ => None,
        });
        let structs: Vec<_> = structs.collect();
        let mut floats = BTreeMap::new();
        let mut names = BTreeSet::from(["f64".to_owned(), "f32".to_owned()]);
        // A type may contain one that is found after it.
        let mut known = 0;
        while known < names.len() {
            known = names.len();
            for (name, members) in &structs {
                let of_floats = members.iter().filter(|(_, ty)| has(&names, ty));
                let of_floats: Vec<_> = of_floats.map(|(member, _)| member.clone()).collect();
                if !of_floats.is_empty() {
                    names.insert(name.clone());
                    floats.insert(name.clone(), of_floats);
                }
            }
        }
        Self(floats)
    }

    /// Returns whether a type of this name contains floating point numbers.
    pub fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Returns the function that checks a request body.
    pub fn check(&self) -> TokenStream {
        let impls = self.0.iter().map(|(name, members)| {
            let name = quote::format_ident!("{name}");
            quote! {
                impl Finite for types::#name {
                    fn has_finite_numbers(&self) -> bool {
                        #(self.#members.has_finite_numbers())&&*
                    }
                }
            }
        });
        quote! {
            /// Refuses a body with a number that JSON does not have.
            fn finite<'v, T: Finite>(call: &TypedCall, body: &'v T) -> Result<&'v T, Error> {
                match body.has_finite_numbers() {
                    true => Ok(body),
                    false => Err(call.refused("body", "must not contain a number that is not finite")),
                }
            }

            trait Finite {
                fn has_finite_numbers(&self) -> bool;
            }

            impl Finite for f32 {
                fn has_finite_numbers(&self) -> bool {
                    self.is_finite()
                }
            }

            impl Finite for f64 {
                fn has_finite_numbers(&self) -> bool {
                    self.is_finite()
                }
            }

            impl<T: Finite> Finite for Option<T> {
                fn has_finite_numbers(&self) -> bool {
                    self.as_ref().is_none_or(T::has_finite_numbers)
                }
            }

            impl<T: Finite> Finite for Box<T> {
                fn has_finite_numbers(&self) -> bool {
                    self.as_ref().has_finite_numbers()
                }
            }

            impl<T: Finite> Finite for Vec<T> {
                fn has_finite_numbers(&self) -> bool {
                    self.iter().all(T::has_finite_numbers)
                }
            }

            impl<T: Finite> Finite for std::collections::BTreeMap<String, T> {
                fn has_finite_numbers(&self) -> bool {
                    self.values().all(T::has_finite_numbers)
                }
            }

            #(#impls)*
        }
    }
}

fn members(fields: &Fields) -> Vec<(Member, Type)> {
    fields.members().zip(fields.iter().map(|field| field.ty.clone())).collect()
}

/// Returns whether a type contains one of these names.
fn has(names: &BTreeSet<String>, ty: &Type) -> bool {
    let mut pending = vec![ty.to_token_stream()];
    while let Some(tokens) = pending.pop() {
        for token in tokens {
            match token {
                TokenTree::Group(group) => pending.push(group.stream()),
                TokenTree::Ident(ident) if names.contains(&ident.to_string()) => return true,
                _ => {}
            }
        }
    }
    false
}
