// Shows the document, with the token of the mock server's user filled in.
"use strict";

async function show() {
  const { token, project } = document.body.dataset;
  const spec = await (await fetch("/openapi.json")).json();
  const components = spec.components ?? {};
  for (const parameter of Object.values(components.parameters ?? {})) {
    if (parameter.in === "path" && parameter.name === "project_id") {
      parameter.example = project;
    }
  }
  const ui = SwaggerUIBundle({
    spec,
    dom_id: "#swagger-ui",
    deepLinking: true,
    displayOperationId: true,
    tryItOutEnabled: true,
    // The validator is a service on the Internet.
    validatorUrl: null,
    onComplete() {
      for (const [name, scheme] of Object.entries(components.securitySchemes ?? {})) {
        if (scheme.type === "apiKey" && scheme.name.toLowerCase() === "x-auth-token") {
          ui.preauthorizeApiKey(name, token);
        }
      }
    },
  });
}

show();
