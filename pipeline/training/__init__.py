"""What the model of `models/` is trained with: invented and annotated blocks of people, and the training itself."""
