//! What callers see in Rust of the schemas that are compared.

use spec::Node;

use super::super::context::Context;
use super::super::impact::Level;
use super::super::rust_components;
use super::super::rust_type::{Form, RustChange, RustType};
use super::queue::Queue;
use super::schemas::Written;

impl<'d> Queue<'d> {
    /// How the types in Rust differ. Some are in the client although no operation has them.
    pub(super) fn rust_change(
        &mut self,
        base: &Written<'d>,
        head: &Written<'d>,
        context: &mut Context,
    ) -> Option<RustChange> {
        if context.values_only {
            return None;
        }
        let [was, is] = [base, head].map(|written| self.rust.type_of(&written.list));
        let is_reference = was.name.is_some() && was.name == is.name;
        let is_declared = |ty: &RustType, written: &Written<'d>| {
            let is_component = |node: &Node| node.parent().and_then(Node::key) == Some("schemas");
            let is_named = is_reference || written.list.iter().any(is_component);
            let is_component = |node: &Node<'d>| rust_components::is_in_component(*node);
            ty.is_always_declared(is_named)
                && (is_reference || ty.name.is_none() && written.list.iter().any(is_component))
        };
        let declared = (is_declared(&was, base), is_declared(&is, head));
        // What a reference refers to that cannot be resolved is unknown.
        let is_known = base.object.get("$ref").or(head.object.get("$ref")).is_none();
        let is_any = is_known && was.form == Form::Value && is.form == Form::Value;
        let change = RustChange::between(was, is, *context);
        if context.typed {
            // Nothing shows of what is any JSON.
            context.typed = !is_any || change.is_some();
            return change;
        }
        // No operation has the type, so that it matters only where it is declared, or a part of it.
        context.typed = declared != (false, false);
        let change = change.filter(|change| change.type_level > Level::None)?;
        let declares = |written: &Written<'d>| {
            !is_reference && written.list.iter().any(|node| rust_components::declares_inside(*node))
        };
        let level = match () {
            () if declared.0 || declares(base) => Level::Breaking,
            () if declared.1 || declares(head) => Level::Compatible,
            () => return None,
        };
        Some(RustChange { type_level: level, null_level: Level::None, declared: true, ..change })
    }

    /// The context of a part of a value: an object within a text is a text itself.
    pub(super) fn in_text(
        &mut self,
        context: Context,
        base: &Written<'d>,
        head: &Written<'d>,
    ) -> Context {
        let mut is_object = |written: &Written<'d>| {
            let form = self.rust.type_of(&written.list).form;
            matches!(form, Form::Struct(_) | Form::Map { .. })
        };
        let is_opaque = context.text && is_object(base) && is_object(head);
        Context { typed: context.typed && !is_opaque, ..context }
    }
}
