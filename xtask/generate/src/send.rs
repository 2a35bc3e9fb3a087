//! Writes how the builder of a call sends it.

use mapping::{PROJECT, QUERY_PAIRS};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::arguments::Argument;
use super::decoders;
use super::finite::Floats;
use super::lower::media::JSON;
use super::model::{Body, Form, Operation};
use super::outputs;
use super::signatures::Function;

/// Returns `send`, `send_blocking` and `IntoFuture` of a builder.
pub fn write(
    operation: &Operation,
    function: &Function,
    arguments: &[Argument],
    floats: &Floats,
) -> TokenStream {
    let builder = format_ident!("{}", operation.builder());
    let constant = format_ident!("{}", operation.constant());
    let name = format_ident!("{}", operation.function());
    let output = outputs::output(operation);
    let decode = decoders::write(operation);
    let finish = match operation.success.form {
        Form::Nothing => quote!(finish_empty(#decode)),
        _ => quote!(finish(#decode)),
    };
    let passed = function.arguments.iter().map(|(ident, _)| {
        let mut single =
            arguments.iter().filter(|argument| argument.parameter.query_pair.is_none());
        if let Some(argument) = single.find(|argument| argument.parameter.ident == *ident) {
            return argument.passed();
        }
        match &operation.body {
            _ if ident == QUERY_PAIRS => query_pairs(arguments),
            Some(body) if ident == "content_type" && !body.others.is_empty() => {
                quote!(&content_type)
            }
            Some(body) if ident == "body" && !body.others.is_empty() => quote!(body),
            Some(Body { media_type: Some(media_type), .. }) if ident == "content_type" => {
                quote!(#media_type)
            }
            Some(Body { schema: None, required, .. }) if ident == "body" => bytes(*required),
            Some(body) if ident == "body" => payload(body, floats),
            _ => quote!(&call.path_segment(#PROJECT, call.project_id())?),
        }
    });
    let choice = operation.body.as_ref().filter(|body| !body.others.is_empty());
    let choice = choice.map(|body| self::choice(body, floats));
    let refused = arguments.iter().map(Argument::checks);
    quote! {
        impl #builder {
            /// Sends the call and waits for its response.
            ///
            /// # Errors
            ///
            /// See [`Error`].
            pub async fn send(self) -> Result<Response<#output>, Error> {
                let call = self.client.call(&#constant, self.options).await?;
                #(#refused)*
                #choice
                let _ = call.api().#name(#(#passed),*).await;
                call.#finish.await
            }

            /// Sends the call and blocks this thread until its response has arrived.
            ///
            /// # Errors
            ///
            /// See [`Error`]. In async code nothing is sent; `spawn_blocking` and
            /// `block_in_place` of tokio are fine.
            #[cfg(feature = "blocking")]
            pub fn send_blocking(self) -> Result<Response<#output>, Error> {
                crate::call::blocking::wait(self.send())
            }
        }

        impl IntoFuture for #builder {
            type Output = Result<Response<#output>, Error>;
            type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

            fn into_future(self) -> Self::IntoFuture {
                Box::pin(self.send())
            }
        }
    }
}

/// Returns the expression for a body of bytes.
fn bytes(required: bool) -> TokenStream {
    match required {
        true => quote!(self.body),
        false => quote! {
            match self.body {
                Some(body) => body,
                None => {
                    call.optional_payload::<()>(None)?;
                    Vec::new()
                }
            }
        },
    }
}

/// Returns the statement for a body that is JSON or bytes, as the caller has chosen.
fn choice(body: &Body, floats: &Floats) -> TokenStream {
    let json = body.media_type.as_deref().unwrap_or(JSON);
    let is_checked = body.schema.as_ref().is_some_and(|schema| floats.contains(schema));
    let finite = is_checked.then(|| {
        let pattern = match body.required {
            true => quote!(RequestBody::Json(body)),
            false => quote!(Some(RequestBody::Json(body))),
        };
        quote!(if let #pattern = &self.body { finite(&call, body)?; })
    });
    let sent = match body.required {
        true => quote!(self.body.sent(&call, #json)?),
        false => quote! {
            match &self.body {
                Some(body) => body.sent(&call, #json)?,
                None => {
                    call.optional_payload::<()>(None)?;
                    (#json.to_owned(), Vec::new())
                }
            }
        },
    };
    quote!(#finite let (content_type, body) = #sent;)
}

/// Returns the expression for a JSON body.
fn payload(body: &Body, floats: &Floats) -> TokenStream {
    let is_checked = body.schema.as_ref().is_some_and(|schema| floats.contains(schema));
    match (body.required, is_checked) {
        (true, true) => quote!(&call.payload(finite(&call, &self.body)?)?),
        (true, false) => quote!(&call.payload(&self.body)?),
        (false, true) => {
            let body = quote!(self.body.as_ref().map(|body| finite(&call, body)).transpose()?);
            quote!(&call.optional_payload(#body)?)
        }
        (false, false) => quote!(&call.optional_payload(self.body.as_ref())?),
    }
}

/// Returns the map of query pairs.
fn query_pairs(arguments: &[Argument]) -> TokenStream {
    let pairs = arguments.iter().filter_map(Argument::pairs);
    quote!(&std::iter::empty()#(.chain(#pairs))*.collect())
}
