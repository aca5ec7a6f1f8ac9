//! The OpenAPI 3.1 document, made from the route table and the bodies themselves.

use std::collections::BTreeMap;

use utoipa::openapi::{
    OpenApi, OpenApiBuilder, RefOr, Required,
    content::Content,
    info::InfoBuilder,
    path::{HttpMethod, Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn, Paths},
    request_body::{RequestBody, RequestBodyBuilder},
    response::{Response, ResponseBuilder},
    schema::{ComponentsBuilder, Object, Ref, Schema, SchemaType, Type},
    security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
    server::Server,
};
use utoipa::{PartialSchema, ToSchema};

use super::{
    problem::Problem,
    told::{Shape, Told},
};
use crate::{
    Desk,
    failure::Failure,
    reply::Reply,
    route::{Answer, Needs, ROUTES, Route},
    visit::Visit,
};

/// How the document calls what tokens are.
const TOKEN: &str = "token";
const JSON: &str = "application/json";

/// The document.
pub fn json(desk: &Desk, _: &Visit) -> Answer {
    if let Some(made) = desk.document.get() {
        return Ok(Reply::json(made));
    }
    let made = serde_json::to_value(document(desk)).map_err(|e| Failure::Broken(e.to_string()))?;
    Ok(Reply::json(desk.document.get_or_init(|| made)))
}

fn document(desk: &Desk) -> OpenApi {
    let (mut paths, mut schemas) = (Paths::new(), BTreeMap::new());
    for (route, told) in ROUTES.iter().filter_map(|route| Some((route, route.told?))) {
        let method = if route.post { HttpMethod::Post } else { HttpMethod::Get };
        paths.add_path_operation(route.path, vec![method], operation(route, told));
        told.body.iter().chain(&told.answer).for_each(|shape| collect(shape, &mut schemas));
    }
    collect(&PROBLEM, &mut schemas);
    let scheme = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("A token that an admin made at /desk/tokens; its scopes say what it may do."))
        .build();
    let components = ComponentsBuilder::new()
        .schemas_from_iter(schemas)
        .security_scheme(TOKEN, SecurityScheme::Http(scheme))
        .build();
    let info = InfoBuilder::new()
        .title(format!("The desk of {}", desk.house.name))
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some("Stories, their sentences with verdicts and evidence, and the acts on them."))
        .build();
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([Server::new(desk.house.base_url.as_str())]))
        .paths(paths)
        .components(Some(components))
        .build()
}

static PROBLEM: Shape = Shape {
    name: <Problem as ToSchema>::name,
    schema: <Problem as PartialSchema>::schema,
    under: <Problem as ToSchema>::schemas,
};

fn collect(shape: &Shape, schemas: &mut BTreeMap<String, RefOr<Schema>>) {
    let mut under = Vec::new();
    (shape.under)(&mut under);
    schemas.insert((shape.name)().into_owned(), (shape.schema)());
    schemas.extend(under);
}

fn named(shape: &Shape) -> Content {
    Content::new(Some(Ref::from_schema_name((shape.name)())))
}

fn operation(route: &Route, told: &Told) -> Operation {
    let mut operation = OperationBuilder::new().operation_id(Some(told.id)).summary(Some(told.words));
    if route.path.contains("{id}") {
        operation = operation.parameter(parameter("id", ParameterIn::Path, "The story’s id.", Type::Integer));
    }
    for (name, words) in told.query {
        let kind = if ["after", "limit"].contains(name) { Type::Integer } else { Type::String };
        operation = operation.parameter(parameter(name, ParameterIn::Query, words, kind));
    }
    if let Needs::Token(scope) = route.needs {
        operation = operation.security(SecurityRequirement::new(TOKEN, [scope.word()]));
    }
    operation
        .request_body(told.body.as_ref().map(sent))
        .response("200", good(told))
        .response("default", refused())
        .build()
}

fn parameter(name: &str, place: ParameterIn, words: &str, kind: Type) -> Parameter {
    let required = if place == ParameterIn::Path { Required::True } else { Required::False };
    let schema = Schema::Object(Object::with_type(SchemaType::Type(kind)));
    ParameterBuilder::new()
        .name(name)
        .parameter_in(place)
        .required(required)
        .description(Some(words))
        .schema(Some(schema))
        .build()
}

fn sent(shape: &Shape) -> RequestBody {
    RequestBodyBuilder::new().required(Some(Required::True)).content(JSON, named(shape)).build()
}

fn good(told: &Told) -> Response {
    let response = ResponseBuilder::new().description("Done, and this is how it is now.");
    match &told.answer {
        Some(shape) => response.content(JSON, named(shape)).build(),
        None => response.build(),
    }
}

fn refused() -> Response {
    let words = "Not done, and why (RFC 9457): 401 no token that holds, 403 not its scope, 404 no such story, 409 \
        refused by the desk or somebody was quicker, 413 more than 1 MiB, 415 no JSON, 422 a field is wrong or \
        unknown, 429 more than 120 requests in a minute.";
    ResponseBuilder::new().description(words).content("application/problem+json", named(&PROBLEM)).build()
}
